import { element } from '../../element.ts';
import type { FieldContext, FieldView } from '../fieldView.ts';
import { textOf, type FieldProperties, type PaneField } from '../paneData.ts';

type Changed = (property?: string, value?: unknown, isValid?: boolean) => void;
type Render = (domElement: HTMLElement, context: unknown, changed: Changed) => void;
type Dispose = (domElement: HTMLElement, context: unknown) => void;

/** A field that draws itself. It keeps its element from one drawing to the next, and is told when it goes. */
export function customField(_field: PaneField, context: FieldContext): FieldView {
  const place = element('div', { class: 'lsp-field' });
  let properties: FieldProperties = {};
  const changed: Changed = (property, value, isValid) => {
    context.setValid(isValid !== false);
    // As SPFx does for a change that names no property.
    if (property) context.change(value, property);
    else context.change(undefined, `__CustomField_${textOf(properties, 'key')}`);
  };
  return {
    element: place,
    update: (field) => {
      properties = field.properties;
      (properties['onRender'] as Render | undefined)?.(place, properties['context'], changed);
    },
    dispose: () => (properties['onDispose'] as Dispose | undefined)?.(place, properties['context']),
  };
}
