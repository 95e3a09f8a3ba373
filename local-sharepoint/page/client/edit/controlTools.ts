import { moveControl, moveToColumn, placeOf, removeControl } from '../../canvas/changeCanvas.ts';
import type { Canvas, Column, Control } from '../../canvas/canvas.ts';
import { SPComponentLoader } from '../spfx.ts';
import { filled, words } from '../words/words.ts';
import type { CanvasEditor } from './canvasEditor.ts';
import { chosen, type Choice } from './dialogs.ts';
import { toolbar } from './toolbar.ts';

/** What a control is called. */
export function titleOf(control: Control): string {
  switch (control.kind) {
    case 'webPart': return control.data.title || SPComponentLoader.tryGetManifestById(control.data.id)?.alias || control.data.id;
    case 'text': return words.textPart;
    case 'other': return words.otherPart;
  }
}

/** The tools above a control of the canvas. */
export function controlTools(control: Control, editor: CanvasEditor): HTMLElement {
  const { canvas } = editor;
  const place = placeOf(canvas, control);
  const key = (name: string): string => `${control.instanceId}/${name}`;
  const last = (place?.column.controls.length ?? 1) - 1;
  const others = otherColumns(canvas, control);
  return toolbar(filled(words.tools, titleOf(control)), [
    ...(control.kind === 'webPart' ? [{ key: key('properties'), label: words.properties, icon: 'edit' as const, onclick: () => editor.openProperties(control.instanceId) }] : []),
    { key: key('up'), label: words.moveUp, icon: 'up', disabled: place?.at === 0, onclick: () => editor.change(() => moveControl(canvas, control, -1)) },
    { key: key('down'), label: words.moveDown, icon: 'down', disabled: place?.at === last, onclick: () => editor.change(() => moveControl(canvas, control, 1)) },
    { key: key('move'), label: others.length > 0 ? words.moveTo : words.nowhere, icon: 'move', disabled: others.length === 0, onclick: () => void moveElsewhere(control, others, editor) },
    { key: key('remove'), label: words.remove, icon: 'remove', onclick: () => remove(control, editor) },
  ]);
}

async function moveElsewhere(control: Control, others: readonly Choice<Column>[], editor: CanvasEditor): Promise<void> {
  const column = await chosen(filled(words.moveTitle, titleOf(control)), others);
  if (column) editor.change(() => moveToColumn(editor.canvas, control, column), `${control.instanceId}/move`);
}

function remove(control: Control, editor: CanvasEditor): void {
  editor.remove(filled(words.removed, titleOf(control)), [control], () => removeControl(editor.canvas, control));
}

/** The columns that a control may move to, as people count them. */
function otherColumns({ sections }: Canvas, control: Control): Choice<Column>[] {
  return sections.flatMap((section, at) => section.columns.filter((column) => !column.controls.includes(control) && mayStandIn(column, control)).map((column) => {
    const name = section.vertical ? words.verticalSection : filled(words.section, at + 1);
    return { value: column, label: section.columns.length === 1 ? name : `${name}, ${filled(words.column, section.columns.indexOf(column) + 1)}` };
  }));
}

/** From edge to edge stand only web parts that say they can. */
export function mayStandIn({ factor }: Pick<Column, 'factor'>, control: Control): boolean {
  return factor !== 0 || (control.kind === 'webPart' && SPComponentLoader.tryGetManifestById(control.data.id)?.supportsFullBleed === true);
}
