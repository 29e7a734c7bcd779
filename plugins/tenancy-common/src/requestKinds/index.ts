export * from './namespaceCreate';
export * from './namespaceDelete';
export * from './namespaceRenew';
export * from './namespaceResize';
export * from './tenantQuota';
