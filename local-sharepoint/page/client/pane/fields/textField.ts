import { element } from '../../element.ts';
import { labelled, type FieldContext, type FieldView } from '../fieldView.ts';
import { isDisabled, textOf, type FieldProperties, type PaneField } from '../paneData.ts';

type Check = (text: string) => string | Promise<string>;

/** SPFx's own time between the last key and the check, in milliseconds. */
const usualDelay = 200;

/** A text field of one line or several, with the web part's own checks (`onGetErrorMessage`). */
export function textField({ properties: { multiline } }: PaneField, context: FieldContext): FieldView {
  const { id } = context;
  const box = multiline === true ? element('textarea', { id, class: 'lsp-input' }) : element('input', { id, class: 'lsp-input', type: 'text' });
  const [label, description, error] = [element('label'), element('p', { class: 'lsp-hint', id: `${id}-description` }), element('p', { class: 'lsp-field-error', id: `${id}-error`, role: 'alert' })];
  box.setAttribute('aria-describedby', `${description.id} ${error.id}`);
  let properties: FieldProperties = {};
  let shown: string | undefined;
  const tell = (message: string): void => {
    error.textContent = message || textOf(properties, 'errorMessage');
    if (message) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
  };
  const accept = (text: string): void => {
    shown = text;
    context.change(text);
  };
  const checks = checker(() => properties, (text, message) => {
    tell(message);
    context.setValid(message === '');
    if (message === '') accept(text);
  });
  box.addEventListener('input', () => properties['onGetErrorMessage'] ? checks.typed(box.value) : accept(box.value));
  box.addEventListener('focus', () => { if (properties['validateOnFocusIn'] === true) checks.now(box.value); });
  box.addEventListener('blur', () => checks.left(box.value));
  return {
    element: labelled(id, label, box, description, error),
    update: (field, value) => {
      properties = field.properties;
      label.textContent = textOf(properties, 'label');
      if (textOf(properties, 'ariaLabel') !== '') box.setAttribute('aria-label', textOf(properties, 'ariaLabel'));
      description.textContent = textOf(properties, 'description');
      box.placeholder = textOf(properties, 'placeholder');
      box.disabled = isDisabled(properties);
      box.readOnly = properties['readOnly'] === true;
      if (typeof properties['maxLength'] === 'number') box.maxLength = properties['maxLength'];
      if (box instanceof HTMLTextAreaElement) {
        box.rows = Number(properties['rows'] ?? 4);
        box.style.resize = properties['resizable'] === false ? 'none' : 'vertical';
      }
      // Only another value than the one that was shown last is written into the box: somebody may be typing.
      const now = String(value || textOf(properties, 'value'));
      if (now === shown) return;
      shown = now;
      box.value = now;
      tell('');
    },
    dispose: () => checks.end(),
  };
}

interface Checks { typed(text: string): void; left(text: string): void; now(text: string): void; end(): void }

/** Has texts checked by the web part, some time after the last key; an answer that comes late does not count any more. */
function checker(properties: () => FieldProperties, answer: (text: string, message: string) => void): Checks {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (text: string): void => {
    clearTimeout(timer);
    timer = undefined;
    const check = properties()['onGetErrorMessage'] as Check | undefined;
    if (!check) return;
    turn += 1;
    const mine = turn;
    // A check that fails itself says nothing about the text.
    Promise.resolve(check(text)).then((message) => { if (mine === turn) answer(text, message); }, () => undefined);
  };
  return {
    typed: (text) => {
      turn += 1;
      clearTimeout(timer);
      const { validateOnFocusIn, validateOnFocusOut, deferredValidationTime } = properties();
      const delay = typeof deferredValidationTime === 'number' ? deferredValidationTime : usualDelay;
      if (validateOnFocusIn !== true && validateOnFocusOut !== true) timer = setTimeout(() => now(text), delay);
    },
    left: (text) => { if (timer !== undefined || properties()['validateOnFocusOut'] === true) now(text); },
    now,
    end: () => {
      turn += 1;
      clearTimeout(timer);
    },
  };
}
