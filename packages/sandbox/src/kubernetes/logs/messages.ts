/** One kind of line that an application writes; `{n}` stands for a number, `{id}` for the number of a thing. */
export type Message = {
  level: 'INFO' | 'WARN' | 'ERROR' | 'DEBUG';
  thread: string;
  logger: string;
  text: string;
};

const line = (
  level: Message['level'],
  thread: string,
  logger: string,
  text: string,
): Message => ({ level, thread, logger, text });

/** What a Spring Boot application says while it starts, each with the milliseconds after its start. */
export const STARTUP: readonly [afterMs: number, message: Message][] = [
  [
    40,
    line(
      'INFO',
      'main',
      'c.e.Application',
      'Starting Application v1.0.0 using Java 21.0.5 with PID 1 (/app/app.jar started by app in /app)',
    ),
  ],
  [
    55,
    line(
      'INFO',
      'main',
      'c.e.Application',
      'The following 1 profile is active: "kubernetes"',
    ),
  ],
  [
    120,
    line(
      'INFO',
      'main',
      'o.s.b.w.embedded.tomcat.TomcatWebServer',
      'Tomcat initialized with port 8080 (http)',
    ),
  ],
  [
    160,
    line(
      'INFO',
      'main',
      'o.a.catalina.core.StandardService',
      'Starting service [Tomcat]',
    ),
  ],
  [
    200,
    line(
      'INFO',
      'main',
      'c.e.config.NacosConfigLoader',
      '已从配置中心加载配置，共 {n} 项',
    ),
  ],
  [
    260,
    line(
      'INFO',
      'main',
      'com.zaxxer.hikari.HikariDataSource',
      'HikariPool-1 - Start completed.',
    ),
  ],
];

/** The end of a start that succeeds, and of one that does not. */
export const STARTED: readonly [afterMs: number, message: Message][] = [
  [
    320,
    line(
      'INFO',
      'main',
      'o.s.b.w.embedded.tomcat.TomcatWebServer',
      "Tomcat started on port 8080 (http) with context path '/'",
    ),
  ],
  [350, line('INFO', 'main', 'c.e.Application', '应用启动完成，开始接收请求')],
];

export const CRASHED: readonly Message[] = [
  line(
    'ERROR',
    'main',
    'com.zaxxer.hikari.pool.HikariPool',
    'HikariPool-1 - Exception during pool initialization: Connection to the database was refused',
  ),
  line(
    'WARN',
    'main',
    'ConfigServletWebServerApplicationContext',
    'Exception encountered during context initialization - cancelling refresh attempt',
  ),
  line(
    'ERROR',
    'main',
    'o.s.boot.SpringApplication',
    '应用启动失败：无法连接数据库，请检查连接地址与凭据 (Application run failed)',
  ),
];

export const STOPPED: readonly Message[] = [
  line(
    'INFO',
    'SpringApplicationShutdownHook',
    'o.s.b.w.e.tomcat.GracefulShutdown',
    'Commencing graceful shutdown. Waiting for active requests to complete',
  ),
  line(
    'INFO',
    'SpringApplicationShutdownHook',
    'o.s.b.w.e.tomcat.GracefulShutdown',
    '优雅停机完成',
  ),
];

const HTTP = 'nio-8080-exec-{t}';

/** What it says while it works; what is common stands here more than once. */
export const WORK: readonly Message[] = [
  ...Array.from({ length: 6 }, () => [
    line('INFO', HTTP, 'c.e.web.AccessLog', 'GET /api/v1/items/{id} 200 {n}ms'),
    line('INFO', HTTP, 'c.e.web.AccessLog', 'POST /api/v1/items 201 {n}ms'),
    line(
      'INFO',
      HTTP,
      'c.e.service.BusinessService',
      '业务处理成功，单号={id}，耗时={n}ms',
    ),
    line('INFO', HTTP, 'c.e.service.QueryService', '查询完成，命中 {n} 条记录'),
    line(
      'DEBUG',
      HTTP,
      'c.e.repository.CacheRepository',
      'cache hit key=item:{id}',
    ),
    line(
      'INFO',
      'scheduling-1',
      'c.e.job.SyncJob',
      '定时同步任务执行完成，共处理 {n} 条数据',
    ),
  ]).flat(),
  line(
    'INFO',
    'kafka-consumer-{t}',
    'c.e.mq.EventListener',
    '收到消息 topic=business-events offset={id}',
  ),
  line(
    'INFO',
    'scheduling-1',
    'c.e.job.MetricsJob',
    'Published {n} metrics in {n}ms',
  ),
  line(
    'WARN',
    HTTP,
    'c.e.web.SlowRequestFilter',
    '慢请求告警：GET /api/v1/report 耗时 {n}0ms，超过阈值',
  ),
  line(
    'WARN',
    'HikariPool-1 housekeeper',
    'com.zaxxer.hikari.pool.HikariPool',
    'HikariPool-1 - Thread starvation or clock leap detected (housekeeper delta={n}ms).',
  ),
  line(
    'ERROR',
    HTTP,
    'c.e.web.GlobalExceptionHandler',
    '请求处理失败：单号={id} 不存在 (ItemNotFoundException)',
  ),
];
