// Draws each chart from the table beside it: the same cells, so the same counts; a bar leads where its cell's link leads.
(() => {
  const MOST_BARS = 20;
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const draw = (box) => {
    const table = document.getElementById(box.dataset.chartOf);
    const heads = [...table.querySelectorAll('th[data-standing]')];
    const lines = [...table.tBodies[0].rows].slice(0, MOST_BARS).reverse();
    const cells = lines.map((line) => [...line.querySelectorAll('td[data-count]')]);
    box.style.height = `${Math.max(150, 64 + lines.length * 26)}px`;
    const chart = echarts.init(box, null, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 24, top: 34, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: token('--ink-soft') } },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: token('--line-soft') } }, axisLabel: { color: token('--ink-soft'), hideOverlap: true } },
      yAxis: {
        type: 'category', data: lines.map((line) => line.cells[0].textContent.trim()),
        axisLine: { lineStyle: { color: token('--line') } }, axisTick: { show: false }, axisLabel: { color: token('--ink') },
      },
      series: heads.map((head, column) => ({
        name: head.dataset.title, type: 'bar', stack: 'all', barMaxWidth: 16,
        itemStyle: { color: token(`--tone-${head.dataset.tone}`), borderColor: '#fff', borderWidth: 0.5, opacity: column > 0 && heads[column - 1].dataset.tone === head.dataset.tone ? 0.6 : 1 },
        data: cells.map((line) => Number(line[column].dataset.count)),
      })),
    });
    chart.on('click', (bar) => {
      const link = cells[bar.dataIndex][bar.seriesIndex].querySelector('a');
      if (link) {
        window.location.href = link.href;
      }
    });
    new ResizeObserver(() => chart.resize()).observe(box);
  };

  document.querySelectorAll('[data-chart-of]').forEach(draw);
})();
