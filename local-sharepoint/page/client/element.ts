type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;
export type Child = Node | string | undefined;

/** Makes an element: attributes by their own names, `text`, and `onclick` and the like as listeners. Text is never read as HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(key.replace(/^on/, ''), value);
    else if (key === 'text') made.textContent = String(value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined));
  return made;
}

/** Gives an element exactly these children, and leaves those that stand right where they are: an attached web part is not torn out. */
export function setChildren(parent: Element, children: readonly Node[]): void {
  const wanted = new Set(children);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  children.forEach((child, at) => {
    if (parent.childNodes[at] !== child) parent.insertBefore(child, parent.childNodes[at] ?? null);
  });
}

let ids = 0;
/** An id that no other element has. */
export function newId(): string {
  ids += 1;
  return `lsp-${ids}`;
}
