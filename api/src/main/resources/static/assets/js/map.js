// The map: venues, BCUs and the journeys between them, on plain ground; and how long journeys are.
import { chart, getJson, palette, show, tell } from "./muster.js";

const box = document.getElementById("map");
const lengths = document.getElementById("lengths");

function drawLengths() {
  const rows = [...document.querySelectorAll("#length-table tbody tr")].map((row) => ({
    from: Number(row.dataset.from),
    journeys: Number(row.dataset.journeys),
  }));
  const step = 10;
  const { target, limit } = lengths.dataset;
  chart(lengths, (colours) => ({
    grid: { left: 8, right: 16, top: 28, bottom: 28, containLabel: true },
    xAxis: {
      type: "category",
      data: rows.map((row) => String(row.from)),
      name: "min",
      axisLabel: { color: colours.text },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: { type: "value", axisLabel: { color: colours.text }, splitLine: { lineStyle: { color: colours.line } } },
    series: [
      {
        name: "Journeys",
        type: "bar",
        barCategoryGap: "10%",
        data: rows.map((row) => row.journeys),
        markLine: {
          symbol: "none",
          label: { color: colours.text, formatter: "{b}" },
          lineStyle: { color: colours.text },
          data: [
            { name: "target", xAxis: Math.min(rows.length - 1, Number(target) / step) },
            { name: "limit", xAxis: Math.min(rows.length - 1, Number(limit) / step) },
          ],
        },
      },
    ],
  }));
}

async function drawMap() {
  const travel = await getJson(`/v1/plans/${encodeURIComponent(box.dataset.plan)}/travel`);
  const L = window.L;
  const bcu = box.dataset.bcu ?? "";
  const venue = box.dataset.venue ?? "";
  const map = L.map(box, { attributionControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  const points = [...travel.venues, ...travel.bases].map((one) => [one.lat, one.lon]);
  map.fitBounds(L.latLngBounds(points).pad(0.12));
  const layer = L.layerGroup().addTo(map);
  const placeOf = new Map(travel.venues.map((one) => [one.venueId, one]));
  const baseOf = new Map(travel.bases.map((one) => [one.bcu, one]));
  const flows = travel.flows.filter((flow) => (!bcu || flow.bcu === bcu) && (!venue || flow.venueId === venue));
  const most = Math.max(1, ...flows.map((flow) => flow.journeys));
  const busiest = Math.max(1, ...travel.venues.map((one) => one.journeys));
  const minutes = (mean) => (mean == null ? "no journey" : `${mean.toFixed(1)} min on average`);

  const draw = () => {
    const colours = palette();
    layer.clearLayers();
    for (const flow of [...flows].reverse()) {
      const from = baseOf.get(flow.bcu);
      const to = placeOf.get(flow.venueId);
      const isFar = flow.meanMinutes > travel.targetMinutes;
      L.polyline(
        [
          [from.lat, from.lon],
          [to.lat, to.lon],
        ],
        {
          color: isFar ? colours.series[1] : colours.series[0],
          weight: 1 + (9 * flow.journeys) / most,
          opacity: 0.35 + (0.45 * flow.journeys) / most,
          dashArray: isFar ? "6 6" : null,
        },
      )
        .bindTooltip(
          `${flow.bcu} to ${flow.venueName}: ${show.number(flow.people)} people, ${show.number(flow.journeys)} journeys, ` +
            `${minutes(flow.meanMinutes)}, ${flow.maxMinutes} at most`,
          { sticky: true },
        )
        .addTo(layer);
    }
    for (const one of travel.venues) {
      L.circleMarker([one.lat, one.lon], {
        radius: 6 + 14 * Math.sqrt(one.journeys / busiest),
        color: colours.text,
        weight: 2,
        dashArray: one.internal ? null : "3 3",
        fillColor: colours.series[2],
        fillOpacity: 0.75,
      })
        .bindTooltip(`${one.venueName}: ${show.number(one.journeys)} journeys, ${minutes(one.meanMinutes)}, ${show.number(one.seats)} seats`)
        .addTo(layer);
    }
    for (const one of travel.bases) {
      const icon = L.divIcon({ className: "base-mark", html: "", iconSize: [40, 20] });
      const marker = L.marker([one.lat, one.lon], { icon, keyboard: false, interactive: true })
        .bindTooltip(`${one.bcu}: ${show.number(one.people)} people of ${one.teams} teams, ${minutes(one.meanMinutes)}`)
        .addTo(layer);
      marker.getElement().textContent = one.bcu;
    }
  };
  draw();
  document.addEventListener("muster:theme", draw);
  L.control.scale({ imperial: false }).addTo(map);
  box.dataset.drawn = "true";
}

if (box) {
  drawLengths();
  drawMap().catch(tell);
}
