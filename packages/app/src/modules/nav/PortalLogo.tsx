/** The mark of the portal: a container among clouds. Decoration; its name stands beside it. */
export function PortalLogo({ size = 28 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="8" fill="#1456d6" />
      <path
        d="M9.5 21.5a4.5 4.5 0 0 1-.6-8.96 6.5 6.5 0 0 1 12.5-1.6 5 5 0 0 1 1.9 9.56"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M12 16h8v8h-8z" fill="#7ee0c3" />
      <path d="M14.7 18v4M17.3 18v4" stroke="#1456d6" strokeWidth="1.2" />
    </svg>
  );
}
