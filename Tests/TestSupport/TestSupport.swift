// people, clock, engines
