import { element } from '../../element.ts';
import { labelled, type FieldContext, type FieldView } from '../fieldView.ts';
import { isDisabled, textOf, type FieldProperties, type PaneField } from '../paneData.ts';

/** A slider, with its value beside it. */
export function slider(_field: PaneField, context: FieldContext): FieldView {
  const box = element('input', { id: context.id, type: 'range', class: 'lsp-range' });
  const [label, shown] = [element('label'), element('output', { for: context.id })];
  let properties: FieldProperties = {};
  const tell = (): void => {
    const format = properties['valueFormat'] as ((value: number) => string) | undefined;
    const text = format ? format(Number(box.value)) : box.value;
    shown.textContent = properties['showValue'] === false ? '' : text;
    if (format) box.setAttribute('aria-valuetext', text);
  };
  box.addEventListener('input', () => {
    tell();
    context.change(Number(box.value));
  });
  return {
    element: labelled(context.id, label, element('div', { class: 'lsp-range-row' }, box, shown)),
    update: (field, value) => {
      properties = field.properties;
      label.textContent = textOf(properties, 'label');
      limits(box, properties, 10);
      box.disabled = isDisabled(properties);
      if (textOf(properties, 'ariaLabel') !== '') box.setAttribute('aria-label', textOf(properties, 'ariaLabel'));
      box.value = String(value ?? properties['value'] ?? box.min);
      tell();
    },
  };
}

/** A number with buttons to raise and lower it. */
export function spinButton(_field: PaneField, context: FieldContext): FieldView {
  const box = element('input', { id: context.id, type: 'number', class: 'lsp-input' });
  const label = element('label');
  box.addEventListener('change', () => {
    if (box.checkValidity() && box.value !== '') context.change(Number(box.value));
  });
  return {
    element: labelled(context.id, label, box),
    update: ({ properties }, value) => {
      label.textContent = textOf(properties, 'label');
      limits(box, properties, 100);
      box.disabled = isDisabled(properties);
      box.value = String(value ?? properties['defaultValue'] ?? box.min);
    },
  };
}

function limits(box: HTMLInputElement, { min, max, step }: FieldProperties, usualMax: number): void {
  box.min = String(min ?? 0);
  box.max = String(max ?? usualMax);
  box.step = String(step ?? 1);
}
