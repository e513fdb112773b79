// The mark: the four-step stair of a night.
export const Mark = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" fill="none">
    <path
      d="M1.5 4H5.5V12H9.5V8H13.5V16H18.5"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);
