import { element } from '../../element.ts';
import { words } from '../../words/words.ts';
import { labelled, type FieldContext, type FieldView } from '../fieldView.ts';
import { isDisabled, textOf, type FieldProperties, type PaneField } from '../paneData.ts';

/** A switch (toggle) with its label above, and what its position means beside it. */
export function toggle(_field: PaneField, context: FieldContext): FieldView {
  const box = element('input', { id: context.id, type: 'checkbox', role: 'switch', class: 'lsp-check' });
  const [label, state] = [element('label'), element('span', { 'aria-hidden': 'true' })];
  box.addEventListener('change', () => context.change(box.checked));
  return {
    element: labelled(context.id, label, element('div', { class: 'lsp-choice' }, box, state)),
    update: ({ properties }, value) => {
      label.textContent = textOf(properties, 'label');
      box.checked = (value ?? properties['checked']) === true;
      box.disabled = isDisabled(properties);
      state.textContent = textOf(properties, box.checked ? 'onText' : 'offText') || (box.checked ? words.on : words.off);
      setAriaLabel(box, textOf(properties, box.checked ? 'onAriaLabel' : 'offAriaLabel') || textOf(properties, 'ariaLabel'));
    },
  };
}

export function checkBox(_field: PaneField, context: FieldContext): FieldView {
  const box = element('input', { id: context.id, type: 'checkbox', class: 'lsp-check' });
  const text = element('span');
  box.addEventListener('change', () => context.change(box.checked));
  return {
    element: element('div', { class: 'lsp-field' }, element('label', { class: 'lsp-choice' }, box, text)),
    update: ({ properties }, value) => {
      text.textContent = textOf(properties, 'text') || textOf(properties, 'label');
      box.checked = (value ?? properties['checked']) === true;
      box.disabled = isDisabled(properties);
      setAriaLabel(box, textOf(properties, 'ariaLabel'));
    },
  };
}

interface Option { readonly key: string | number; readonly text: string; readonly type?: number }
/** PropertyPaneDropdownOptionType. */
const optionTypes = { divider: 1, header: 2 } as const;

/** A list to choose from; headers and dividers among its options arrange the others. */
export function dropdown(_field: PaneField, context: FieldContext): FieldView {
  const box = element('select', { id: context.id, class: 'lsp-input' });
  const [label, error] = [element('label'), element('p', { class: 'lsp-field-error' })];
  let choices: readonly Option[] = [];
  let drawn = '';
  box.addEventListener('change', () => context.change(choices[Number(box.value)]?.key));
  return {
    element: labelled(context.id, label, box, error),
    update: ({ properties }, value) => {
      label.textContent = textOf(properties, 'label');
      error.textContent = textOf(properties, 'errorMessage');
      box.disabled = isDisabled(properties);
      setAriaLabel(box, textOf(properties, 'ariaLabel'));
      const options = properties['options'] as readonly Option[] | undefined ?? [];
      choices = options.filter(({ type }) => type !== optionTypes.divider && type !== optionTypes.header);
      const now = JSON.stringify(options);
      if (now !== drawn) box.replaceChildren(...optionElements(options));
      drawn = now;
      // As SPFx chooses: an empty value counts as none.
      const chosen = choices.findIndex(({ key }) => key === (value || properties['selectedKey']));
      if (chosen >= 0) box.value = String(chosen);
      else box.selectedIndex = choices.findIndex(({ key }) => key === value);
    },
  };
}

function optionElements(options: readonly Option[]): HTMLElement[] {
  const drawn: HTMLElement[] = [];
  let group: HTMLElement | undefined;
  let at = 0;
  for (const { type, text } of options) {
    if (type === optionTypes.header) drawn.push(group = element('optgroup', { label: text }));
    else if (type === optionTypes.divider) {
      group = undefined;
      drawn.push(element('hr'));
    } else {
      const option = element('option', { value: at, text });
      at += 1;
      if (group) group.append(option);
      else drawn.push(option);
    }
  }
  return drawn;
}

interface Choice extends Option { readonly checked?: boolean; readonly disabled?: boolean; readonly imageSrc?: string; readonly selectedImageSrc?: string; readonly imageSize?: { readonly width: number; readonly height: number }; readonly iconProps?: object; readonly ariaLabel?: string }

/** Radio buttons, plain or with pictures. */
export function choiceGroup(_field: PaneField, context: FieldContext): FieldView {
  const [legend, list] = [element('legend', { class: 'lsp-label' }), element('div', { class: 'lsp-choices-group' })];
  let choices: readonly Choice[] = [];
  let drawn = '';
  list.addEventListener('change', ({ target }) => {
    const at = [...list.querySelectorAll('input')].findIndex((radio) => radio === target);
    const chosen = choices[at];
    if (chosen) context.change(chosen.key);
  });
  return {
    element: element('fieldset', { class: 'lsp-field lsp-fieldset' }, legend, list),
    update: ({ properties }, value) => {
      legend.textContent = textOf(properties, 'label');
      choices = properties['options'] as readonly Choice[] | undefined ?? [];
      const now = JSON.stringify(choices);
      if (now !== drawn) list.replaceChildren(...choices.map((choice) => choiceElement(choice, context.id)));
      drawn = now;
      const radios = list.querySelectorAll('input');
      choices.forEach(({ key, checked }, at) => {
        const radio = radios[at];
        if (radio) radio.checked = value === undefined || value === '' || value === null ? checked === true : key === value;
      });
    },
  };
}

function choiceElement({ text, disabled = false, imageSrc, imageSize, iconProps, ariaLabel }: Choice, name: string): HTMLElement {
  const radio = element('input', { type: 'radio', name, disabled, 'aria-label': ariaLabel, class: 'lsp-radio' });
  const picture = imageSrc !== undefined ? element('img', { src: imageSrc, alt: '', width: imageSize?.width, height: imageSize?.height })
    // Fluent UI's icon font is not on this machine; a sign keeps the place.
    : iconProps !== undefined ? element('span', { class: 'lsp-choice-icon', 'aria-hidden': 'true', text: text.charAt(0).toUpperCase() }) : undefined;
  return element('label', { class: picture ? 'lsp-choice lsp-choice-picture' : 'lsp-choice' }, radio, picture, element('span', { text }));
}

function setAriaLabel(of: HTMLElement, label: FieldProperties[string]): void {
  if (typeof label === 'string' && label !== '') of.setAttribute('aria-label', label);
  else of.removeAttribute('aria-label');
}
