import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useServices } from '../services';

/** How often set-up was run on this page, by whichever web part; and how to tell the others of one more. */
export function useSetUpRuns(): { readonly runs: number; tell(): void } {
  const client = useQueryClient();
  const { siteKey } = useServices();
  const key = ['set-up runs', siteKey];
  const { data: runs } = useQuery<number>(key, () => 0, { enabled: false, initialData: 0 });
  return { runs, tell: () => { client.setQueryData<number>(key, (before = 0) => before + 1); } };
}
