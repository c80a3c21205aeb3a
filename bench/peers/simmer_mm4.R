# M/M/4 in simmer, as bench/engine.ts runs it: prints CPU seconds and events (arrivals and services).
library(simmer)
arrivals <- as.integer(commandArgs(trailingOnly = TRUE)[1])
mean <- 10000
set.seed(1)
person <- trajectory() |> seize("post") |> timeout(\() rexp(1, 1 / mean)) |> release("post")
gaps <- c(rexp(arrivals, 3.6 / mean), -1)
next_gap <- local({ n <- 0; function() { n <<- n + 1; gaps[n] } })
env <- simmer() |> add_resource("post", 4) |> add_generator("person", person, next_gap, mon = 0)
seconds <- system.time(run(env))[["user.self"]]
cat(seconds, 2 * arrivals, "\n")
