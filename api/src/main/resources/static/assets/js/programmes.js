// The form for a demo programme says how many people the chosen programme takes.
import { show } from "./muster.js";

const programme = document.getElementById("sample-programme");
const people = document.getElementById("sample-people");
const bounds = document.getElementById("people-bounds");

function fit() {
  const { people: usual, least, most } = programme.selectedOptions[0].dataset;
  people.min = least;
  people.max = most;
  people.placeholder = show.number(Number(usual));
  bounds.textContent = `From ${show.number(Number(least))} to ${show.number(Number(most))}.`;
}

if (programme) {
  programme.addEventListener("change", fit);
  fit();
}
