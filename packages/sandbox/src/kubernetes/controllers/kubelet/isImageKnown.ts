/** Whether the nodes of a cluster can pull an image. */
export type IsImageKnown = (image: string) => boolean;

const MISSING_TAGS = ['missing', 'does-not-exist'];

/**
 * What holds as long as the sandbox has no registry of its own: every image is there, but those whose tag says that they
 * are not.
 */
export const isImageKnownByTag: IsImageKnown = image => {
  const tag = /:([^/:@]+)(?:@.+)?$/.exec(image)?.[1] ?? 'latest';
  return !MISSING_TAGS.includes(tag);
};
