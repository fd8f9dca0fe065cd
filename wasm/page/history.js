// Makes the browser's Back, which on a phone is the only one, lead back inside the game before it leaves it.
import { push } from './events.js';

const home = 'home'; // where the way back ends

let leaving = false;

// follow is told of each page that is shown. Away from home there is one step in the history for Back to take.
export function follow(page) {
  const inside = history.state?.inside === true;
  if (page !== home && !inside) {
    history.pushState({ inside: true }, '');
  } else if (page === home && inside && !leaving) {
    leaving = true;
    history.back();
  }
}

// listen starts to listen.
export function listen() {
  window.addEventListener('popstate', () => {
    if (!leaving && history.state?.inside !== true) push('back');
    leaving = false;
  });
}
