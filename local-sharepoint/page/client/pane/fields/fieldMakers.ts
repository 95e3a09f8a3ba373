import { element } from '../../element.ts';
import { filled, words } from '../../words/words.ts';
import type { FieldMaker } from '../fieldView.ts';
import { fieldTypes } from '../paneData.ts';
import { checkBox, choiceGroup, dropdown, toggle } from './choiceFields.ts';
import { customField } from './customField.ts';
import { slider, spinButton } from './numberFields.ts';
import { button, heading, horizontalRule, label, link } from './shownFields.ts';
import { textField } from './textField.ts';

const makers = new Map<number, FieldMaker>([
  [fieldTypes.textField, textField], [fieldTypes.toggle, toggle], [fieldTypes.checkBox, checkBox], [fieldTypes.dropdown, dropdown], [fieldTypes.choiceGroup, choiceGroup],
  [fieldTypes.slider, slider], [fieldTypes.spinButton, spinButton], [fieldTypes.label, label], [fieldTypes.heading, heading], [fieldTypes.horizontalRule, horizontalRule],
  [fieldTypes.link, link], [fieldTypes.button, button], [fieldTypes.custom, customField],
]);

/** Makes the fields of this type; for a type that this pane does not have, a note. */
export function fieldMaker(type: number): FieldMaker {
  return makers.get(type) ?? (({ targetProperty }) => ({
    element: element('p', { class: 'lsp-field lsp-hint', text: filled(words.unknownField, `${targetProperty ?? ''} ${type}`.trim()) }), update: () => undefined,
  }));
}
