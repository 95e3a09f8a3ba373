import { fireEvent } from '@testing-library/react';
import * as fc from 'fast-check';
import * as React from 'react';
import { show } from '../testing/inWords';
import { Face, initials } from './Face';

describe('initials', () => {
  it.each([
    ['Lotte Jansen', 'LJ'], ['Marijke van der Velden', 'MV'], ['Cher', 'C'], ['  spaced   out  ', 'SO'], ['émile zola', 'ÉZ'], ['', '?'], ['   ', '?'], ['李 小龙', '李小'], ['😀 smile', '😀S'], ['\u00a0Anna\u00a0Bakker', 'AB'],
  ])('of %j are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });

  it('are something, for any name, and never half a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(initials(name)).not.toBe('');
      expect(initials(name)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }));
  });

  it('leave out what directories put behind a name', () => {
    expect(['Lotte Jansen (HR)', 'Jansen, Lotte [extern]', 'Lotte Jansen | Contoso'].map(initials)).toEqual(['LJ', 'JL', 'LC']);
  });
});

describe('a face', () => {
  const picture = (container: HTMLElement): HTMLImageElement | null => container.querySelector('img');

  it('is the picture, over the initials until it has loaded', () => {
    const { container } = show(<Face name="Lotte Jansen" photoUrl="/photo.aspx?lotte" />);
    expect(picture(container)?.getAttribute('src')).toBe('/photo.aspx?lotte');
    expect(container.textContent).toBe('LJ');
  });

  it('falls back to the initials when the picture does not load, and tries a new one', () => {
    const { container, rerender } = show(<Face name="Lotte Jansen" photoUrl="/gone" />);
    fireEvent.error(picture(container) as HTMLImageElement);
    expect([picture(container), container.textContent]).toEqual([null, 'LJ']);
    rerender(<Face name="Cem Demir" photoUrl="/other" />);
    expect([picture(container)?.getAttribute('src'), container.textContent]).toEqual(['/other', 'CD']);
  });

  it('asks for no picture where there is none', () => {
    expect(picture(show(<Face name="Guest" photoUrl="" />).container)).toBeNull();
  });

  it('is not read out: the name stands beside it', () => {
    const { container } = show(<Face name="Lotte Jansen" photoUrl="/photo" />);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
    expect(picture(container)?.alt).toBe('');
  });
});
