/**
 * For tests and dev pages of frontends. An entry of its own, so that nothing of it reaches a browser in production.
 *
 * @packageDocumentation
 */
export * from './catalogStandIn';
export * from './fakeTenancyApi';
export * from './people';
export * from './tenants';
