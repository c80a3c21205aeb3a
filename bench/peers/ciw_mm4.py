"""M/M/4 in Ciw, as bench/engine.ts runs it: prints CPU seconds and events (arrivals and services)."""
import sys
import time

import ciw

ARRIVALS = int(sys.argv[1])
MEAN = 10_000.0
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(rate=3.6 / MEAN)],
    service_distributions=[ciw.dists.Exponential(rate=1 / MEAN)],
    number_of_servers=[4],
)
ciw.seed(1)
before = time.process_time()
ciw.Simulation(network).simulate_until_max_customers(ARRIVALS)
print(time.process_time() - before, 2 * ARRIVALS)
