import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const folder = resolve(import.meta.dirname, '../../../node_modules/@pnp/sp');

/** Interfaces whose members every class that may be secured or shared has. */
const mixedIn: Readonly<Record<string, string>> = { ISecurableMethods: 'Securable', ISharedFuncs: 'Shareable' };

/** Everything that a class of `@pnp/sp` offers, as its declarations say: `Web.getParentWeb`, with the module that brings it (`webs`). */
export function exportedMembers(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts') && !/node_modules|^presets/.test(name)).sort();
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
    for (const name of membersOf(source)) if (!found.has(name)) found.set(name, file.split('/')[0]?.replace('.d.ts', '') ?? '');
  }
  return found;
}

function membersOf(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node, augmented: boolean): void => {
    if (ts.isClassDeclaration(node)) names.push(...publicMembers(node.name?.text ?? '', node.members));
    if (ts.isInterfaceDeclaration(node)) {
      const mixin = mixedIn[node.name.text];
      if (mixin !== undefined) names.push(...publicMembers(mixin, node.members));
      else if (augmented && /^(_|SPFI$)/.test(node.name.text)) names.push(...publicMembers(node.name.text, node.members));
    }
    const inside = augmented || ts.isModuleDeclaration(node);
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, false);
  return names;
}

function publicMembers(owner: string, members: ts.NodeArray<ts.ClassElement | ts.TypeElement>): string[] {
  return members.flatMap((member) => {
    const hidden = ts.canHaveModifiers(member) && ts.getModifiers(member)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword) === true;
    return hidden || !member.name || !ts.isIdentifier(member.name) ? [] : [`${owner.replace(/^_/, '')}.${member.name.text}`];
  });
}
