"""M/M/4 in SimPy, as bench/engine.ts runs it: prints CPU seconds and events (arrivals and services)."""
import random
import sys
import time

import simpy

ARRIVALS = int(sys.argv[1])
MEAN = 10_000.0
env = simpy.Environment()
servers = simpy.Resource(env, capacity=4)
rng = random.Random(1)


def person():
    with servers.request() as turn:
        yield turn
        yield env.timeout(rng.expovariate(1 / MEAN))


def arrivals():
    for _ in range(ARRIVALS):
        yield env.timeout(rng.expovariate(3.6 / MEAN))
        env.process(person())


before = time.process_time()
env.process(arrivals())
env.run()
print(time.process_time() - before, 2 * ARRIVALS)
