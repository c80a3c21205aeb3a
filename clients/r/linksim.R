# Reads results folders of linksim in R: CSV tables with the types and units that the folder's own dictionary gives.
# Base R is enough: no package is needed, and run.json is not read.
#
#   source("clients/r/linksim.R")
#   results <- read_results("results/pilot")
#   replications(results, "wait.first_contact.p90")  # one row for each replication and scenario
#   unit_of(results, "wait.first_contact.p90")       # "minutes"

# Opens a results folder: its path, the names of its CSV tables, and its dictionary.
read_results <- function(folder) {
  if (!file.exists(file.path(folder, "run.json"))) stop(folder, " is no results folder: it has no run.json")
  files <- sort(list.files(folder, pattern = "[.]csv$"), method = "radix")
  results <- list(folder = folder, tables = sub("[.]csv$", "", files))
  results$dictionary <- text_table(results, "dictionary")
  structure(results, class = "linksim_results")
}

# Returns a table as a data frame; a number that is not there is NA. The attribute "units" names the unit of each column.
read_table <- function(results, name) {
  table <- text_table(results, name)
  dictionary <- results$dictionary
  columns <- dictionary[dictionary$kind == "column" & dictionary$table == name, ]
  for (column in names(table)) {
    type <- columns$type[match(column, columns$name)]
    table[[column]] <- switch(if (is.na(type)) "text" else type,
      integer = whole(table[[column]]),
      number = as.numeric(ifelse(table[[column]] == "", NA, table[[column]])),
      # An apostrophe keeps a spreadsheet from running the text; it is no part of it.
      sub("^'([=+@\t\r-])", "\\1", table[[column]])
    )
  }
  attr(table, "units") <- stats::setNames(columns$unit, columns$name)
  table
}

# Returns what each replication measured, of one metric or of all; group_by = NULL gives the rows of every group that the folder has.
replications <- function(results, metric = NULL, group_by = "all") {
  table <- read_table(results, "replications")
  if (!is.null(metric)) table <- table[table$metric == metric, ]
  if (!is.null(group_by)) table <- table[table$group_by == group_by, ]
  rownames(table) <- NULL
  table
}

# Returns what happened to whom and when (a run with --events).
events <- function(results) read_table(results, "events")

# `points(results)` returns the points of a sweep, a row each: parameters, and means in the reader's units.
# A method of R's own `points`, which goes on drawing everything else.
points.linksim_results <- function(x, ...) read_table(x, "points")

# Returns the unit of a metric or, where its table is named, of a column; "" if it has none.
unit_of <- function(results, name, table = "") {
  dictionary <- results$dictionary
  found <- dictionary$unit[dictionary$name == name & dictionary$table == table]
  if (length(found) == 0) stop("the dictionary of ", results$folder, " has no ", name)
  found[1]
}

# Whole numbers beyond those of R's integers stay numbers.
whole <- function(cells) {
  numbers <- as.numeric(ifelse(cells == "", NA, cells))
  if (any(abs(numbers) > .Machine$integer.max, na.rm = TRUE)) numbers else as.integer(numbers)
}

text_table <- function(results, name) {
  if (!name %in% results$tables) {
    stop(file.path(results$folder, name), ".csv: the folder has no such table as CSV, only ", toString(results$tables))
  }
  utils::read.csv(
    file.path(results$folder, paste0(name, ".csv")),
    colClasses = "character", na.strings = character(), check.names = FALSE, encoding = "UTF-8"
  )
}
