{{/* What everything is called: at most 50 characters, so that endings fit. */}}
{{- define "app.name" -}}
{{- default .Release.Name .Values.nameOverride | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels that choose the pods: they never change. */}}
{{- define "app.selector" -}}
app.kubernetes.io/name: {{ include "app.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "app.testSelector" -}}
app.kubernetes.io/name: {{ include "app.name" . }}-test
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "app.labels" -}}
{{ include "app.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{/* Only where the image is: a new one changes nothing else. */}}
{{- define "app.version" -}}
{{- with .Values.image.tag -}}
app.kubernetes.io/version: {{ trunc 63 . | trimAll "-._" | quote }}
{{- end -}}
{{- end -}}

{{/* Named by its digest where that is known: then it is the very image that was built. */}}
{{- define "app.image" -}}
{{- with .Values.image -}}
{{ .repository }}{{ with .tag }}:{{ . }}{{ end }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}
{{- end -}}

{{/* Where replicas and Prometheus ask: a port by its name, and by its number. */}}
{{- define "app.inner" -}}
{{- ternary "internal" "http" (gt (int .Values.internalPort) 0) -}}
{{- end -}}

{{- define "app.innerPort" -}}
{{- default .Values.port .Values.internalPort -}}
{{- end -}}

{{- define "app.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "app.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .Values.runAsUser }}
runAsGroup: {{ .Values.runAsUser }}
fsGroup: {{ .Values.runAsUser }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}
