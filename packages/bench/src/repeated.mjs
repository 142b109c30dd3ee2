/** How often a run of something short does it over; its time is that of one. */
const times = 1000;

/** Does the same many times over and gives the last answer. */
export function repeated(once) {
  return (input) => {
    let answer;
    for (let time = 0; time < times; time += 1) answer = once(input);
    return answer;
  };
}

repeated.times = times;
