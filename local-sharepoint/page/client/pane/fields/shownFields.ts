import { element } from '../../element.ts';
import type { FieldContext, FieldView } from '../fieldView.ts';
import { isDisabled, textOf, type FieldProperties, type PaneField } from '../paneData.ts';

/** A text of its own; a star tells that a field is required. */
export function label(): FieldView {
  const [text, star] = [element('span'), element('span', { class: 'lsp-required', 'aria-hidden': 'true', text: ' *' })];
  return {
    element: element('p', { class: 'lsp-field lsp-label' }, text, star),
    update: ({ properties }) => {
      text.textContent = textOf(properties, 'text');
      star.hidden = properties['required'] !== true;
    },
  };
}

export function heading({ properties }: PaneField): FieldView {
  const level = /^h[1-6]$/.test(textOf(properties, 'headingLevel')) ? textOf(properties, 'headingLevel') as 'h3' : 'h3';
  const drawn = element(level, { class: 'lsp-field lsp-h3' });
  return { element: drawn, update: (field) => { drawn.textContent = textOf(field.properties, 'text'); } };
}

export function horizontalRule(): FieldView {
  return { element: element('hr', { class: 'lsp-rule' }), update: () => undefined };
}

interface Popup { readonly title: string; readonly width: number; readonly height: number }

/** A link, in this tab unless it says otherwise; in a window of its own when it describes one. */
export function link(): FieldView {
  const anchor = element('a', { class: 'lsp-link', rel: 'noopener noreferrer' });
  let properties: FieldProperties = {};
  anchor.addEventListener('click', (event) => {
    const popup = properties['popupWindowProps'] as Popup | undefined;
    if (isDisabled(properties) || popup) event.preventDefault();
    if (!isDisabled(properties) && popup) window.open(anchor.href, popup.title, `width=${Number(popup.width)},height=${Number(popup.height)}`);
  });
  return {
    element: element('div', { class: 'lsp-field' }, anchor),
    update: (field) => {
      properties = field.properties;
      anchor.textContent = textOf(properties, 'text');
      anchor.target = textOf(properties, 'target') || '_self';
      if (textOf(properties, 'ariaLabel') !== '') anchor.setAttribute('aria-label', textOf(properties, 'ariaLabel'));
      anchor.toggleAttribute('aria-disabled', isDisabled(properties));
      const href = textOf(properties, 'href');
      if (/^(https?:|mailto:|tel:|[/#?.])/i.test(href)) anchor.href = href;
      else anchor.removeAttribute('href');
    },
  };
}

/** PropertyPaneButtonType. */
const buttonTypes = { primary: 1, hero: 2, compound: 3, command: 4, icon: 5 } as const;

/** A button: what its `onClick` answers becomes the property's value. */
export function button(_field: PaneField, context: FieldContext): FieldView {
  const [text, description] = [element('span'), element('small')];
  const drawn = element('button', { type: 'button', class: 'lsp-button' }, text, description);
  let current: { properties: FieldProperties; value: unknown } = { properties: {}, value: undefined };
  drawn.addEventListener('click', () => context.change((current.properties['onClick'] as ((value: unknown) => unknown) | undefined)?.(current.value)));
  return {
    element: element('div', { class: 'lsp-field' }, drawn),
    update: ({ properties }, value) => {
      current = { properties, value };
      const type = properties['buttonType'];
      text.textContent = textOf(properties, 'text') || textOf(properties, 'ariaLabel');
      description.textContent = type === buttonTypes.compound ? textOf(properties, 'description') : '';
      drawn.disabled = isDisabled(properties);
      drawn.classList.toggle('lsp-primary', type === buttonTypes.primary || type === buttonTypes.hero);
      drawn.classList.toggle('lsp-quiet', type === buttonTypes.command || type === buttonTypes.icon);
      for (const [name, property] of [['aria-label', 'ariaLabel'], ['aria-description', 'ariaDescription']] as const) {
        if (textOf(properties, property) !== '') drawn.setAttribute(name, textOf(properties, property));
      }
    },
  };
}
