// The sizes that Fargate offers, in CPU units and MiB.

interface FargateCpu {
  units: number;
  minGb: number;
  maxGb: number;
  stepGb: number;
}

const offered: FargateCpu[] = [
  { units: 512, minGb: 1, maxGb: 4, stepGb: 1 },
  { units: 1024, minGb: 2, maxGb: 8, stepGb: 1 },
  { units: 2048, minGb: 4, maxGb: 16, stepGb: 1 },
  { units: 4096, minGb: 8, maxGb: 30, stepGb: 1 },
  { units: 8192, minGb: 16, maxGb: 60, stepGb: 4 },
  { units: 16384, minGb: 32, maxGb: 120, stepGb: 8 },
];

/** The smallest size with at least `cpu` vCPU and `memory` GB, in CPU units and MiB. Throws when there is none. */
export function fargateSize({ cpu, memory }: { cpu: number; memory: number }): {
  cpu: number;
  memory: number;
} {
  const fits = offered.find(({ units, maxGb }) => units >= cpu * 1024 && maxGb >= memory);
  if (!fits) throw new Error(`Fargate has no task with ${cpu} vCPU and ${memory} GB.`);
  const { units, minGb, stepGb } = fits;
  const gb = minGb + Math.ceil(Math.max(memory - minGb, 0) / stepGb) * stepGb;
  return { cpu: units, memory: gb * 1024 };
}
