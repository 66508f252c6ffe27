// The product's mark and name, which lead home from everywhere.
import { hasOwnLogo, productName } from '../brand.ts';
import './wordmark.css';

export function Wordmark() {
  return (
    <a class="wordmark" href="/">
      {hasOwnLogo ? (
        <img class="wordmark__mark" src="/icon.svg" alt="" />
      ) : (
        <svg class="wordmark__mark" viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="5.5" cy="12" r="3" />
          <path d="M11 6.4a7.6 7.6 0 0 1 0 11.2M15.8 2.6a13.4 13.4 0 0 1 0 18.8" />
        </svg>
      )}
      {productName}
    </a>
  );
}
