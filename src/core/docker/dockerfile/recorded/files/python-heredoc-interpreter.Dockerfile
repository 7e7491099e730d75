FROM python:3.14
RUN <<PY
#!/usr/bin/env python3
import sys
print(sys.version)
PY
RUN python3 <<EOT
print("from a heredoc")
EOT
