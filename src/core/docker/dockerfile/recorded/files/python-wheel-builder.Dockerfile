ARG PYTHON=3.14
FROM python:${PYTHON} AS wheels
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN python -m pip wheel --wheel-dir /wheels .

FROM python:${PYTHON}-slim AS runtime
COPY --from=wheels /wheels /wheels
RUN pip install --no-index --find-links=/wheels greeting && rm -rf /wheels
ENTRYPOINT ["greet"]
