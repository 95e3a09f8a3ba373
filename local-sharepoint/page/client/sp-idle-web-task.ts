/** In the place of `@msinternal/sp-idle-web-task`, which is not published: runs tasks when the browser has nothing else to do. */
interface Task { readonly id?: string; execute?(): unknown; callback?(): unknown }

export const IdleTaskPriority = { OPTIONAL_HIGH: 3, OPTIONAL_LOW: 4, REQUIRED_HIGH: 1, REQUIRED_LOW: 2 } as const;
export const PrefetchDependencyPriority = { high: 1, low: 2 } as const;

export const IdleTaskQueue = {
  instance: {
    enqueueTask: (task: Task): void => { setTimeout(() => (task.execute ?? task.callback)?.(), 0); },
    removeTask: (): void => undefined,
  },
};

/** Prefetching is a help to speed only; this page leaves it. */
export function createPrefetchDependencyQueue(): { enqueue(): void } {
  return { enqueue: () => undefined };
}
