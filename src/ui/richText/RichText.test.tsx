import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { show } from '../testing/inWords';
import { RichText } from './RichText';

describe('rich text', () => {
  it('is shown with its formatting, and nothing that could do harm', () => {
    const { container, rerender } = show(<RichText html={'<p>Hello <b>all</b><img src=x onerror="alert(1)"></p><script>alert(1)</script>'} />);
    expect(container.querySelector('b')?.textContent).toBe('all');
    expect(container.querySelectorAll('img, script')).toHaveLength(0);
    rerender(<RichText html="<p>Other</p>" />);
    expect(container.textContent).toBe('Other');
  });

  it('that is very long shows its beginning, and the rest on request', () => {
    const height = jest.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(6000);
    show(<RichText html="<p>Long</p>" />);
    userEvent.click(screen.getByRole('button', { name: 'Read on' }));
    expect(screen.getByRole('button', { name: 'Show less' }).getAttribute('aria-expanded')).toBe('true');
    height.mockRestore();
  });
});
