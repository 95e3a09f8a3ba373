import { screen } from '@testing-library/react';
import * as React from 'react';
import { show } from '../testing/inWords';
import { FaultBoundary } from './FaultBoundary';

function Broken(): React.ReactElement {
  throw new Error('This cannot be drawn.');
}

it('shows a message in the place of what cannot be drawn, and leaves the rest', () => {
  const silent = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  show(<><FaultBoundary><Broken /></FaultBoundary><FaultBoundary><p>Another post</p></FaultBoundary></>);
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong.');
  expect(screen.getByText('Another post')).toBeTruthy();
  silent.mockRestore();
});
