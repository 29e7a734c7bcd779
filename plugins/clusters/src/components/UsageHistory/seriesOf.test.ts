import { seriesOf } from './seriesOf';

const amounts = (cpuMillicores: number) => ({
  cpuMillicores,
  memoryBytes: cpuMillicores * 2,
});
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 8, minute));

it('draws one resource, and breaks the lines where nothing was recorded', () => {
  const history = {
    intervalSeconds: 300,
    points: [
      {
        at: at(0).toISOString(),
        allocatable: amounts(100),
        requested: amounts(50),
        used: amounts(20),
      },
      { at: at(5).toISOString(), requested: amounts(60) },
      { at: at(30).toISOString(), requested: amounts(70) },
    ],
  };
  expect(seriesOf(history, 'cpu')).toEqual([
    { at: at(0).getTime(), capacity: 100, promised: 50, used: 20 },
    { at: at(5).getTime(), promised: 60 },
    { at: at(10).getTime() },
    { at: at(30).getTime(), promised: 70 },
  ]);
  expect(seriesOf(history, 'memory')[0]).toMatchObject({
    promised: 100,
    used: 40,
  });
});
