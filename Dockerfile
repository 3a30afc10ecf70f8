# The checker as an image:
#
#     docker build -t checker .
#     docker run --rm -v "$PWD:/articles" checker check new.md --against archive/
#
# Nothing is fetched when it runs, so it can be given no network at all (--network none).

FROM python:3.11-slim AS build
WORKDIR /source
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY checker checker
COPY rules rules
COPY reports reports
RUN python -m venv /opt/checker \
    && /opt/checker/bin/pip install --no-cache-dir --disable-pip-version-check -c constraints.txt ".[docx,pdf]"

FROM python:3.11-slim
# --changed-since and --baseline-commit ask Git, which refuses the files of another owner unless it is told not to.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --create-home --uid 1000 checker
COPY --from=build /opt/checker /opt/checker
ENV PATH=/opt/checker/bin:$PATH PYTHONDONTWRITEBYTECODE=1
USER 1000
WORKDIR /articles
ENTRYPOINT ["checker"]
CMD ["--help"]
