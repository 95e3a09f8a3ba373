import { element } from './element.ts';
import type { PaneField } from './spfx.ts';

/** SPFx's PropertyPaneFieldType. */
export const fieldTypes = { custom: 1, checkBox: 2, textField: 3, toggle: 5, dropdown: 6, label: 7, slider: 8, heading: 9, choiceGroup: 10, button: 11, horizontalRule: 12, link: 13 } as const;

export interface FieldContext { readonly value: unknown; change(value: unknown): void; readonly id: string }

/** Draws one field of a property pane; text for a kind that this pane does not have. */
export function drawField({ type, properties, targetProperty }: PaneField, context: FieldContext): HTMLElement {
  const of = (name: string): string => {
    const text = properties[name];
    return typeof text === 'string' ? text : '';
  };
  switch (type) {
    case fieldTypes.textField: return textField(properties, of, context);
    case fieldTypes.toggle: case fieldTypes.checkBox: return checkField(type === fieldTypes.toggle, properties, of, context);
    case fieldTypes.dropdown: return dropdown(properties, of, context);
    case fieldTypes.choiceGroup: return choiceGroup(properties, of, context);
    case fieldTypes.slider: return slider(properties, of, context);
    case fieldTypes.label: return element('p', { text: of('text') });
    case fieldTypes.heading: return element('h3', { text: of('text') });
    case fieldTypes.horizontalRule: return element('hr');
    case fieldTypes.link: return element('a', { href: /^(https?:|mailto:|\/)/i.test(of('href')) ? of('href') : undefined, target: '_blank', rel: 'noopener noreferrer', text: of('text') });
    case fieldTypes.button: return element('button', {
      type: 'button', disabled: properties['disabled'] === true, text: of('text'), onclick: () => context.change((properties['onClick'] as ((value: unknown) => unknown) | undefined)?.(context.value)),
    });
    case fieldTypes.custom: {
      const place = element('div', { class: 'custom-field' });
      (properties['onRender'] as ((domElement: HTMLElement, context: unknown, changed: (property: string, value: unknown) => void) => void) | undefined)?.(place, properties['context'], (_property, value) => context.change(value));
      return place;
    }
    default: return element('p', { class: 'notice', text: `${targetProperty}: this pane has no field of type ${type}.` });
  }
}

function labelled(text: string, id: string, ...fields: Node[]): HTMLElement {
  return element('div', { class: 'field' }, element('label', { for: id, text }), ...fields);
}

function textField(properties: PaneField['properties'], of: (name: string) => string, { value, change, id }: FieldContext): HTMLElement {
  const several = properties['multiline'] === true;
  const shared = { id, placeholder: of('placeholder'), maxlength: typeof properties['maxLength'] === 'number' ? properties['maxLength'] : undefined, disabled: properties['disabled'] === true };
  const box = several ? element('textarea', { ...shared, rows: Number(properties['rows'] ?? 4) }) : element('input', { ...shared, type: 'text' });
  const error = element('p', { class: 'field-error', role: 'alert' });
  box.value = typeof value === 'string' ? value : of('value');
  const check = properties['onGetErrorMessage'] as ((text: string) => string | Promise<string>) | undefined;
  box.addEventListener('input', () => {
    void Promise.resolve(check?.(box.value) ?? '').then((message) => {
      error.textContent = message;
      if (message === '') change(box.value);
    });
  });
  return labelled(of('label'), id, box, element('p', { class: 'hint', text: of('description') }), error);
}

function checkField(isToggle: boolean, properties: PaneField['properties'], of: (name: string) => string, { value, change, id }: FieldContext): HTMLElement {
  const box = element('input', { id, type: 'checkbox', role: isToggle ? 'switch' : undefined, disabled: properties['disabled'] === true });
  box.checked = value === true || (value === undefined && properties['checked'] === true);
  const state = element('span', { class: 'hint' });
  const tell = (): void => { state.textContent = isToggle ? of(box.checked ? 'onText' : 'offText') : ''; };
  box.addEventListener('change', () => {
    tell();
    change(box.checked);
  });
  tell();
  return element('div', { class: 'field' }, element('label', { class: 'choice' }, box, (isToggle ? of('label') : of('text')) || of('label')), state);
}

interface Option { readonly key: string | number; readonly text: string; readonly type?: number; readonly checked?: boolean }

function dropdown(properties: PaneField['properties'], of: (name: string) => string, { value, change, id }: FieldContext): HTMLElement {
  const options = (properties['options'] as readonly Option[] | undefined ?? []).filter((option) => option.type === undefined || option.type === 0);
  const chosen = value ?? properties['selectedKey'];
  const box = element('select', { id, disabled: properties['disabled'] === true }, ...options.map((option, at) => element('option', { value: at, text: option.text, selected: option.key === chosen })));
  if (!options.some((option) => option.key === chosen)) box.selectedIndex = -1;
  box.addEventListener('change', () => change(options[box.selectedIndex]?.key));
  return labelled(of('label'), id, box);
}

function choiceGroup(properties: PaneField['properties'], of: (name: string) => string, { value, change, id }: FieldContext): HTMLElement {
  const options = properties['options'] as readonly Option[] | undefined ?? [];
  return element('fieldset', { class: 'field' }, element('legend', { text: of('label') }), ...options.map((option) => {
    const radio = element('input', { type: 'radio', name: id });
    radio.checked = value === undefined ? option.checked === true : option.key === value;
    radio.addEventListener('change', () => change(option.key));
    return element('label', { class: 'choice' }, radio, option.text);
  }));
}

function slider(properties: PaneField['properties'], of: (name: string) => string, { value, change, id }: FieldContext): HTMLElement {
  const box = element('input', { id, type: 'range', min: Number(properties['min'] ?? 0), max: Number(properties['max'] ?? 10), step: Number(properties['step'] ?? 1), disabled: properties['disabled'] === true });
  box.value = String(typeof value === 'number' ? value : properties['value'] ?? properties['min'] ?? 0);
  const shown = element('output', { for: id, text: box.value });
  box.addEventListener('input', () => {
    shown.textContent = box.value;
    change(Number(box.value));
  });
  return labelled(of('label'), id, box, shown);
}
