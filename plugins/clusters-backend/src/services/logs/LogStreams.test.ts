import { LogStreams } from './LogStreams';

describe('LogStreams', () => {
  it('gives each person so many places, and takes one back once', () => {
    const streams = new LogStreams({ perPerson: 2, inAll: 10 });
    const leave = streams.take('user:default/li-wei');
    streams.take('user:default/li-wei');
    expect(() => streams.take('user:default/li-wei')).toThrow(
      'You follow 2 logs already, and 2 at once are allowed',
    );
    streams.take('user:default/wang-fang');
    leave();
    leave();
    streams.take('user:default/li-wei');
    expect(() => streams.take('user:default/li-wei')).toThrow('close one');
  });

  it('gives all together so many', () => {
    const streams = new LogStreams({ perPerson: 2, inAll: 2 });
    streams.take('a');
    const leave = streams.take('b');
    expect(() => streams.take('c')).toThrow('2 logs are being followed now');
    leave();
    expect(() => streams.take('c')).not.toThrow();
  });
});
