import { element } from '../element.ts';
import type { PaneField } from './paneData.ts';

/** One field of the pane. It is made once, and brought up to date each time the web part is asked for its configuration again. */
export interface FieldView {
  readonly element: HTMLElement;
  /** `value`: of the property that the field is about. */
  update(field: PaneField, value: unknown): void;
  /** When the field goes. */
  dispose?(): void;
}

/** What a field may do to the web part. */
export interface FieldContext {
  /** An id that no other element has; for the field's input. */
  readonly id: string;
  /** Somebody gave the property another value (`target`: of another property than the field's own). */
  change(value: unknown, target?: string): void;
  /** Whether what stands in the field may be used. */
  setValid(isValid: boolean): void;
}

export type FieldMaker = (field: PaneField, context: FieldContext) => FieldView;

/** A label above its input, with what explains it below. */
export function labelled(id: string, label: HTMLElement, ...below: (Node | undefined)[]): HTMLElement {
  label.className = 'lsp-label';
  label.setAttribute('for', id);
  return element('div', { class: 'lsp-field' }, label, ...below);
}
