import { element, newId, setChildren } from '../element.ts';
import { icon } from '../icons.ts';
import { fieldMaker } from './fields/fieldMakers.ts';
import type { FieldView } from './fieldView.ts';
import { fieldTypes, shownGroup, valueAt, type GivenField, type PaneField, type PaneGroup, type PanePage } from './paneData.ts';

/** How a change in a field reaches the web part. */
export interface PaneChanges { change(target: string, value: unknown, type: number): void; setValid(key: string, isValid: boolean): void }

interface Group { readonly element: HTMLElement; readonly title: HTMLElement; readonly content: HTMLElement; isCollapsed: boolean }

/** The groups and fields of the pane's page. Those that the web part names again stay: what somebody types in them, and the focus. */
export class PaneFields {
  readonly #changes: PaneChanges;
  readonly #fields = new Map<string, { readonly view: FieldView; field: PaneField }>();
  readonly #groups = new Map<string, Group>();
  readonly element = element('div', { class: 'lsp-pane-groups' });

  constructor(changes: PaneChanges) {
    this.#changes = changes;
  }

  /** `number`: of the page; whether a group is open is remembered for each page. */
  draw(page: PanePage, number: number, properties: Readonly<Record<string, unknown>>): void {
    const used = new Set<string>();
    setChildren(this.element, page.groups.map((given, at) => {
      const group = shownGroup(given);
      const drawn = this.#group(group, `${number} ${at} ${group.groupName ?? ''}`, page.displayGroupsAsAccordion === true);
      setChildren(drawn.content, group.groupFields.map((field) => this.#field(field, used, properties)));
      return drawn.element;
    }));
    for (const [key, { view }] of this.#fields) if (!used.has(key)) this.#drop(key, view);
    const focus = [...this.#fields.values()].find(({ field }) => field.shouldFocus === true);
    focus?.view.element.querySelector<HTMLElement>('input, select, textarea, button, a')?.focus();
  }

  dispose(): void {
    for (const [key, { view }] of this.#fields) this.#drop(key, view);
  }

  #drop(key: string, view: FieldView): void {
    this.#fields.delete(key);
    this.#changes.setValid(key, true);
    view.dispose?.();
  }

  #group({ groupName = '', isGroupNameHidden, isCollapsed = false }: PaneGroup, key: string, isAccordion: boolean): Group {
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = newGroup(groupName, isAccordion, isCollapsed)));
    group.title.hidden = groupName === '' || isGroupNameHidden === true;
    return group;
  }

  #field(given: GivenField, used: Set<string>, properties: Readonly<Record<string, unknown>>): HTMLElement {
    const field: PaneField = { ...given, properties: given.properties ?? {} };
    const key = freeKey(field, used);
    used.add(key);
    const known = this.#fields.get(key);
    const drawn = known ?? { view: this.#make(field, key), field };
    drawn.field = field;
    this.#fields.set(key, drawn);
    drawn.view.update(field, valueAt(properties, field.targetProperty));
    return drawn.view.element;
  }

  #make(field: PaneField, key: string): FieldView {
    return fieldMaker(field.type)(field, {
      id: newId(),
      change: (value, target) => this.#changes.change(target ?? this.#fields.get(key)?.field.targetProperty ?? '', value, field.type),
      setValid: (isValid) => this.#changes.setValid(key, isValid),
    });
  }
}

/** What makes a field the same one in the next drawing, as SPFx has it: its type and property (a custom field's key), and its turn among equals. */
function freeKey({ type, targetProperty, properties }: PaneField, used: ReadonlySet<string>): string {
  const name = `${type} ${String(type === fieldTypes.custom ? properties['key'] : targetProperty)} ${properties['multiline'] === true ? 'lines' : ''}`;
  for (let turn = 0; ; turn += 1) if (!used.has(`${name} ${turn}`)) return `${name} ${turn}`;
}

function newGroup(name: string, isAccordion: boolean, isCollapsed: boolean): Group {
  const content = element('div', { class: 'lsp-pane-group-content', id: newId() });
  const button = element('button', { type: 'button', class: 'lsp-accordion', 'aria-controls': content.id }, element('span', { text: name }), icon('chevronDown'));
  const title = element('h3', { class: 'lsp-h3' }, isAccordion ? button : name);
  const group: Group = { element: element('section', { class: 'lsp-pane-group' }, title, content), title, content, isCollapsed: isAccordion && isCollapsed };
  const show = (): void => {
    content.hidden = group.isCollapsed;
    button.setAttribute('aria-expanded', String(!group.isCollapsed));
  };
  button.addEventListener('click', () => {
    group.isCollapsed = !group.isCollapsed;
    show();
  });
  show();
  return group;
}
