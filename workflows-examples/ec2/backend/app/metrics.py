from time import perf_counter

from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest


def add_metrics(app: FastAPI) -> None:
    """Counts and times requests, and serves the numbers to Prometheus at /metrics (not routed by Traefik)."""
    registry = CollectorRegistry()
    seconds = Histogram(
        "http_request_duration_seconds",
        "Time to answer a request.",
        ["method", "route", "status"],
        registry=registry,
    )

    @app.middleware("http")
    async def measure(request: Request, call_next):
        started = perf_counter()
        response: Response = await call_next(request)
        # The route's pattern, not the path: ids in labels would make a time series each.
        route = getattr(request.scope.get("route"), "path", "none")
        seconds.labels(request.method, route, response.status_code).observe(perf_counter() - started)
        return response

    @app.get("/metrics", include_in_schema=False)
    def metrics() -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
