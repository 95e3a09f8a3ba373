import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { show } from '../../ui/testing/inWords';
import { ThemeFilter } from './ThemeFilter';

const themes = (count: number): { id: number; title: string; description: string }[] => Array.from({ length: count }, (_, at) => ({ id: at + 1, title: `Theme ${at + 1}`, description: '' }));

/** Chooses as the feed does. */
const Choosing = ({ count }: { readonly count: number }): React.ReactElement => {
  const [chosen, setChosen] = React.useState<number | undefined>();
  return <><ThemeFilter themes={themes(count)} chosen={chosen} onChosen={setChosen} /><output>{String(chosen)}</output></>;
};
const chosen = (): string | null => screen.getByRole('status').textContent;

describe('the themes', () => {
  it('are buttons while they are few, of which one is pressed', () => {
    show(<Choosing count={3} />);
    const pressed = (): string[] => screen.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent ?? '');
    expect(pressed()).toEqual(['All themes']);
    userEvent.click(screen.getByRole('button', { name: 'Theme 2' }));
    expect([pressed(), chosen()]).toEqual([['Theme 2'], '2']);
    userEvent.click(screen.getByRole('button', { name: 'All themes' }));
    expect(chosen()).toBe('undefined');
  });

  it('are a choice of the browser\'s own when they are many', () => {
    show(<Choosing count={30} />);
    userEvent.selectOptions(screen.getByLabelText('Theme'), 'Theme 21');
    expect(chosen()).toBe('21');
    userEvent.selectOptions(screen.getByLabelText('Theme'), 'All themes');
    expect(chosen()).toBe('undefined');
  });
});
