#pragma once

/// purser [--company WHERE] [--practice]: opens the company, or the last one, or the first-start guide.
int runDesk(int argc, char **argv);
