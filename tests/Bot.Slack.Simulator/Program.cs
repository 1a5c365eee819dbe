// Replaced by the simulator's own start.
return 0;
