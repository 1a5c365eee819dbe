// What is allocated, and what is in memory, is told for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
