import type { Clock, ClockSetting } from '../model/clock.ts';

const may = 'A clock is set by one of {"fixed": "2026-03-01T09:00:00Z"} (it stands there), {"now": "2026-03-01T09:00:00Z"} (it goes on from there), {"offsetMs": -3600000} (it runs before or after this machine\'s), {"advanceMs": 60000} (it goes on by so much).';
/** What .NET and JSON can hold as a date. */
const [earliest, latest] = [Date.parse('1900-01-01T00:00:00Z'), Date.parse('8900-12-31T00:00:00Z')];

/** What `GET /_local/clock` shows. */
export function shownClock(clock: Clock): object {
  const { setting } = clock;
  return { now: clock.now().toISOString(), ...('fixed' in setting ? { runs: false } : { runs: true, offsetMs: setting.offset }) };
}

/** Reads what was posted to `/_local/clock`; answers what is wrong with it instead. */
export function readClock(json: unknown, clock: Clock): ClockSetting | string {
  const [[name, value] = ['', undefined], ...others] = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json) as [string, unknown][] : [];
  if (others.length > 0) return may;
  const setting = settingOf(name, value, clock);
  if (!setting) return may;
  const moment = 'fixed' in setting ? setting.fixed : clock.machineTime() + setting.offset;
  return moment >= earliest && moment <= latest ? setting : `The year must be one from 1900 to 8900. ${may}`;
}

function settingOf(name: string, value: unknown, clock: Clock): ClockSetting | undefined {
  const moment = typeof value === 'string' ? Date.parse(value) : NaN;
  const milliseconds = typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  switch (name) {
    case 'fixed': return Number.isNaN(moment) ? undefined : { fixed: moment };
    case 'now': return Number.isNaN(moment) ? undefined : { offset: moment - clock.machineTime() };
    case 'offsetMs': return milliseconds === undefined ? undefined : { offset: milliseconds };
    case 'advanceMs':
      if (milliseconds === undefined) return undefined;
      return 'fixed' in clock.setting ? { fixed: clock.setting.fixed + milliseconds } : { offset: clock.setting.offset + milliseconds };
    default: return undefined;
  }
}
