// @ts-nocheck
// Generated from schemas/ by scripts/generate-validators.mjs (npm run generate). Do not edit.
export const facts = {
  "clusterInventory": {
    "members": {
      "#/additionalProperties": [
        "apiVersion",
        "kind",
        "metadata",
        "clusters"
      ],
      "#/properties/clusters/items/additionalProperties": [
        "name",
        "labels",
        "names",
        "server",
        "provider",
        "region",
        "zones",
        "kubeVersion",
        "taints",
        "annotations",
        "decides"
      ],
      "#/properties/clusters/items/properties/names/additionalProperties": [
        "argocd",
        "fleet",
        "ocm",
        "context"
      ],
      "#/properties/clusters/items/properties/taints/items/additionalProperties": [
        "key",
        "value",
        "effect"
      ]
    },
    "wide": [],
    "words": {}
  },
  "config": {
    "members": {
      "#/additionalProperties": [
        "apiVersion",
        "kind",
        "mode",
        "sources",
        "exclude",
        "inventory",
        "out",
        "layout",
        "defaultNamespace",
        "kubefed",
        "types",
        "compatibility",
        "plainObjects",
        "diagnostics",
        "guards",
        "replicas",
        "engines",
        "protect"
      ],
      "#/properties/kubefed/additionalProperties": [
        "namespace"
      ],
      "#/properties/types/items/additionalProperties": [
        "federated",
        "target",
        "scope"
      ],
      "#/properties/compatibility/additionalProperties": [
        "namespaces",
        "kubefedConfig",
        "replicaCandidates",
        "templateAnnotations",
        "templateFinalizers",
        "managedLabel",
        "serverFields",
        "unknownCluster",
        "noCluster",
        "overrideNumbers",
        "misplacedPlacement",
        "oldShapes",
        "disabledType"
      ],
      "#/properties/plainObjects/items/additionalProperties": [
        "files",
        "placement"
      ],
      "#/properties/plainObjects/items/properties/placement/additionalProperties": [
        "clusters",
        "clusterSelector"
      ],
      "#/properties/plainObjects/items/properties/placement/properties/clusters/items/additionalProperties": [
        "name"
      ],
      "#/properties/plainObjects/items/properties/placement/properties/clusterSelector/additionalProperties": [
        "matchLabels",
        "matchExpressions"
      ],
      "#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/additionalProperties": [
        "key",
        "operator",
        "values"
      ],
      "#/properties/guards/additionalProperties": [
        "maxDelete",
        "accept",
        "allowEmptyClusters"
      ],
      "#/properties/replicas/additionalProperties": [
        "previous"
      ],
      "#/properties/engines/additionalProperties": [
        "repository",
        "emit",
        "argocd",
        "flux",
        "fleet"
      ],
      "#/properties/engines/properties/repository/additionalProperties": [
        "url",
        "revision",
        "path"
      ],
      "#/properties/engines/properties/argocd/additionalProperties": [
        "enabled",
        "name",
        "namespace",
        "project",
        "createProject",
        "applications",
        "generator",
        "namePrefix",
        "labels",
        "rollingSync",
        "automated",
        "applicationsSync",
        "preserveResourcesOnDeletion",
        "serverSideApply",
        "syncOptions",
        "plugin"
      ],
      "#/properties/engines/properties/argocd/properties/rollingSync/items/additionalProperties": [
        "label",
        "values",
        "maxUpdate"
      ],
      "#/properties/engines/properties/flux/additionalProperties": [
        "enabled",
        "name",
        "namespace",
        "source",
        "repositorySecret",
        "interval",
        "retryInterval",
        "timeout",
        "prune",
        "wait",
        "suspend",
        "split",
        "serviceAccountName",
        "kubeConfig",
        "decryption",
        "folderKustomizations"
      ],
      "#/properties/engines/properties/flux/properties/source/additionalProperties": [
        "kind",
        "name",
        "namespace"
      ],
      "#/properties/engines/properties/flux/properties/kubeConfig/additionalProperties": [
        "secretName",
        "key"
      ],
      "#/properties/engines/properties/flux/properties/decryption/additionalProperties": [
        "secretName"
      ],
      "#/properties/engines/properties/fleet/additionalProperties": [
        "enabled",
        "name",
        "namespace",
        "clientSecretName",
        "pollingInterval",
        "keepResources"
      ]
    },
    "wide": [],
    "words": {
      "#/properties/types/items/properties/federated/pattern": "must be GROUP/VERSION KIND, for example types.kubefed.io/v1beta1 FederatedWidget",
      "#/properties/types/items/properties/target/pattern": "must be GROUP/VERSION KIND, for example example.io/v1 Widget, or VERSION KIND for the core group",
      "#/properties/guards/properties/maxDelete/pattern": "must be a number of objects or a share from 0% to 100%",
      "#/properties/engines/properties/repository/properties/url/pattern": "must be the address of a git repository, without spaces and without a password or token: it is written into the output, and the engines keep credentials in Secrets of their own",
      "#/properties/engines/properties/repository/properties/revision/pattern": "must be a branch, a tag or a commit",
      "#/properties/engines/properties/repository/properties/path/pattern": "must be a folder inside the repository, such as rendered, or . for the repository itself",
      "#/properties/engines/properties/argocd/properties/name/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/argocd/properties/namespace/pattern": "must be the name of a namespace",
      "#/properties/engines/properties/argocd/properties/project/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/argocd/properties/namePrefix/pattern": "must begin with a lower-case letter or digit, and hold only these, - and .",
      "#/properties/engines/properties/argocd/properties/labels/items/pattern": "must be the key of a label",
      "#/properties/engines/properties/argocd/properties/rollingSync/items/properties/label/pattern": "must be the key of a label",
      "#/properties/engines/properties/argocd/properties/rollingSync/items/properties/maxUpdate/pattern": "must be a number of Applications or a share from 0% to 100%",
      "#/properties/engines/properties/argocd/properties/syncOptions/items/pattern": "must be NAME=VALUE, for example PruneLast=true",
      "#/properties/engines/properties/flux/properties/name/pattern": "must be lower-case letters, digits and dashes around {cluster}",
      "#/properties/engines/properties/flux/properties/namespace/pattern": "must be the name of a namespace",
      "#/properties/engines/properties/flux/properties/source/properties/name/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/flux/properties/source/properties/namespace/pattern": "must be the name of a namespace",
      "#/properties/engines/properties/flux/properties/repositorySecret/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/flux/properties/interval/pattern": "must be a duration such as 10m",
      "#/properties/engines/properties/flux/properties/retryInterval/pattern": "must be a duration such as 10m",
      "#/properties/engines/properties/flux/properties/timeout/pattern": "must be a duration such as 10m",
      "#/properties/engines/properties/flux/properties/serviceAccountName/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/flux/properties/kubeConfig/properties/secretName/pattern": "must be lower-case letters, digits and dashes around {cluster}",
      "#/properties/engines/properties/flux/properties/kubeConfig/properties/key/pattern": "must be a key of a Secret: letters, digits, -, _ and .",
      "#/properties/engines/properties/flux/properties/decryption/properties/secretName/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/fleet/properties/name/pattern": "must be lower-case letters, digits and dashes around {cluster}",
      "#/properties/engines/properties/fleet/properties/namespace/pattern": "must be the name of a namespace",
      "#/properties/engines/properties/fleet/properties/clientSecretName/pattern": "must be a name of lower-case letters, digits, dashes and dots",
      "#/properties/engines/properties/fleet/properties/pollingInterval/pattern": "must be a duration such as 10m"
    }
  },
  "federatedObject": {
    "members": {
      "#/additionalProperties": [
        "apiVersion",
        "kind",
        "metadata",
        "spec",
        "status"
      ],
      "#/properties/spec/additionalProperties": [
        "template",
        "placement",
        "overrides",
        "retainReplicas"
      ],
      "#/properties/spec/properties/placement/additionalProperties": [
        "clusters",
        "clusterSelector"
      ],
      "#/properties/spec/properties/placement/properties/clusters/items/additionalProperties": [
        "name"
      ],
      "#/properties/spec/properties/placement/properties/clusterSelector/additionalProperties": [
        "matchLabels",
        "matchExpressions"
      ],
      "#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/additionalProperties": [
        "key",
        "operator",
        "values"
      ],
      "#/properties/spec/properties/overrides/items/additionalProperties": [
        "clusterName",
        "clusterOverrides"
      ],
      "#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/additionalProperties": [
        "path",
        "op",
        "value"
      ]
    },
    "wide": [],
    "words": {}
  },
  "federatedTypeConfig": {
    "members": {
      "#/additionalProperties": [
        "apiVersion",
        "kind",
        "metadata",
        "spec",
        "status"
      ],
      "#/properties/spec/additionalProperties": [
        "targetType",
        "federatedType",
        "statusType",
        "propagation",
        "statusCollection"
      ],
      "#/properties/spec/properties/targetType/additionalProperties": [
        "group",
        "version",
        "kind",
        "pluralName",
        "scope"
      ],
      "#/properties/spec/properties/federatedType/additionalProperties": [
        "group",
        "version",
        "kind",
        "pluralName",
        "scope"
      ],
      "#/properties/spec/properties/statusType/additionalProperties": [
        "group",
        "version",
        "kind",
        "pluralName",
        "scope"
      ]
    },
    "wide": [],
    "words": {}
  },
  "replicaSchedulingPreference": {
    "members": {
      "#/additionalProperties": [
        "apiVersion",
        "kind",
        "metadata",
        "spec",
        "status"
      ],
      "#/properties/spec/additionalProperties": [
        "targetKind",
        "totalReplicas",
        "rebalance",
        "intersectWithClusterSelector",
        "clusters"
      ],
      "#/properties/spec/properties/clusters/additionalProperties/additionalProperties": [
        "minReplicas",
        "maxReplicas",
        "weight"
      ]
    },
    "wide": [
      "#/properties/spec/properties/clusters/additionalProperties/properties/minReplicas/type",
      "#/properties/spec/properties/clusters/additionalProperties/properties/maxReplicas/type",
      "#/properties/spec/properties/clusters/additionalProperties/properties/weight/type"
    ],
    "words": {}
  }
};
export const clusterInventory = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-cluster-inventory.schema.json","type":"object","required":["apiVersion","kind","clusters"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string","enum":["fedc/v1alpha1"]},"kind":{"type":"string","enum":["ClusterInventory"]},"metadata":{},"clusters":{"type":"array","items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"labels":{"type":["object","null"],"additionalProperties":{"type":"string"}},"names":{"type":["object","null"],"additionalProperties":false,"properties":{"argocd":{"type":"string"},"fleet":{"type":"string"},"ocm":{"type":"string"},"context":{"type":"string"}}},"server":{"type":"string"},"provider":{"type":"string"},"region":{"type":"string"},"zones":{"type":["array","null"],"items":{"type":"string"}},"kubeVersion":{"type":"string"},"taints":{"type":["array","null"],"items":{"type":"object","required":["key","effect"],"additionalProperties":false,"properties":{"key":{"type":"string"},"value":{"type":"string"},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute","NoSelect","PreferNoSelect","NoSelectIfNew"]}}}},"annotations":{"type":["object","null"],"additionalProperties":{"type":"string"}},"decides":{"type":["array","null"],"items":{"type":"string"}}}}}}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-cluster-inventory.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.clusters === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clusters"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "clusters"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(data0 === "fedc/v1alpha1")){
const err5 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema11.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err6 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(data1 === "ClusterInventory")){
const err7 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema11.properties.kind.enum}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.clusters !== undefined){
let data2 = data.clusters;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err8 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data3){
if(!(func2.call(schema11.properties.clusters.items.properties, key1))){
const err9 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data3.name !== undefined){
if(typeof data3.name !== "string"){
const err10 = {instancePath:instancePath+"/clusters/" + i0+"/name",schemaPath:"#/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data3.labels !== undefined){
let data5 = data3.labels;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
const err11 = {instancePath:instancePath+"/clusters/" + i0+"/labels",schemaPath:"#/properties/clusters/items/properties/labels/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.labels.type}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
if(typeof data5[key2] !== "string"){
const err12 = {instancePath:instancePath+"/clusters/" + i0+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/clusters/items/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
}
if(data3.names !== undefined){
let data7 = data3.names;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err13 = {instancePath:instancePath+"/clusters/" + i0+"/names",schemaPath:"#/properties/clusters/items/properties/names/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.names.type}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key3 in data7){
if(!((((key3 === "argocd") || (key3 === "fleet")) || (key3 === "ocm")) || (key3 === "context"))){
const err14 = {instancePath:instancePath+"/clusters/" + i0+"/names",schemaPath:"#/properties/clusters/items/properties/names/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data7.argocd !== undefined){
if(typeof data7.argocd !== "string"){
const err15 = {instancePath:instancePath+"/clusters/" + i0+"/names/argocd",schemaPath:"#/properties/clusters/items/properties/names/properties/argocd/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data7.fleet !== undefined){
if(typeof data7.fleet !== "string"){
const err16 = {instancePath:instancePath+"/clusters/" + i0+"/names/fleet",schemaPath:"#/properties/clusters/items/properties/names/properties/fleet/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data7.ocm !== undefined){
if(typeof data7.ocm !== "string"){
const err17 = {instancePath:instancePath+"/clusters/" + i0+"/names/ocm",schemaPath:"#/properties/clusters/items/properties/names/properties/ocm/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data7.context !== undefined){
if(typeof data7.context !== "string"){
const err18 = {instancePath:instancePath+"/clusters/" + i0+"/names/context",schemaPath:"#/properties/clusters/items/properties/names/properties/context/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
if(data3.server !== undefined){
if(typeof data3.server !== "string"){
const err19 = {instancePath:instancePath+"/clusters/" + i0+"/server",schemaPath:"#/properties/clusters/items/properties/server/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data3.provider !== undefined){
if(typeof data3.provider !== "string"){
const err20 = {instancePath:instancePath+"/clusters/" + i0+"/provider",schemaPath:"#/properties/clusters/items/properties/provider/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data3.region !== undefined){
if(typeof data3.region !== "string"){
const err21 = {instancePath:instancePath+"/clusters/" + i0+"/region",schemaPath:"#/properties/clusters/items/properties/region/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data3.zones !== undefined){
let data15 = data3.zones;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err22 = {instancePath:instancePath+"/clusters/" + i0+"/zones",schemaPath:"#/properties/clusters/items/properties/zones/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.zones.type}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
if(typeof data15[i1] !== "string"){
const err23 = {instancePath:instancePath+"/clusters/" + i0+"/zones/" + i1,schemaPath:"#/properties/clusters/items/properties/zones/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
if(data3.kubeVersion !== undefined){
if(typeof data3.kubeVersion !== "string"){
const err24 = {instancePath:instancePath+"/clusters/" + i0+"/kubeVersion",schemaPath:"#/properties/clusters/items/properties/kubeVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data3.taints !== undefined){
let data18 = data3.taints;
if((!(Array.isArray(data18))) && (data18 !== null)){
const err25 = {instancePath:instancePath+"/clusters/" + i0+"/taints",schemaPath:"#/properties/clusters/items/properties/taints/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.taints.type}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(Array.isArray(data18)){
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.key === undefined){
const err26 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2,schemaPath:"#/properties/clusters/items/properties/taints/items/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data19.effect === undefined){
const err27 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2,schemaPath:"#/properties/clusters/items/properties/taints/items/required",keyword:"required",params:{missingProperty: "effect"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
for(const key4 in data19){
if(!(((key4 === "key") || (key4 === "value")) || (key4 === "effect"))){
const err28 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2,schemaPath:"#/properties/clusters/items/properties/taints/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data19.key !== undefined){
if(typeof data19.key !== "string"){
const err29 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2+"/key",schemaPath:"#/properties/clusters/items/properties/taints/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data19.value !== undefined){
if(typeof data19.value !== "string"){
const err30 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2+"/value",schemaPath:"#/properties/clusters/items/properties/taints/items/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data19.effect !== undefined){
let data22 = data19.effect;
if(typeof data22 !== "string"){
const err31 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2+"/effect",schemaPath:"#/properties/clusters/items/properties/taints/items/properties/effect/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(!((((((data22 === "NoSchedule") || (data22 === "PreferNoSchedule")) || (data22 === "NoExecute")) || (data22 === "NoSelect")) || (data22 === "PreferNoSelect")) || (data22 === "NoSelectIfNew"))){
const err32 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2+"/effect",schemaPath:"#/properties/clusters/items/properties/taints/items/properties/effect/enum",keyword:"enum",params:{allowedValues: schema11.properties.clusters.items.properties.taints.items.properties.effect.enum}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/clusters/" + i0+"/taints/" + i2,schemaPath:"#/properties/clusters/items/properties/taints/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
if(data3.annotations !== undefined){
let data23 = data3.annotations;
if((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (data23 !== null)){
const err34 = {instancePath:instancePath+"/clusters/" + i0+"/annotations",schemaPath:"#/properties/clusters/items/properties/annotations/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.annotations.type}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key5 in data23){
if(typeof data23[key5] !== "string"){
const err35 = {instancePath:instancePath+"/clusters/" + i0+"/annotations/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/clusters/items/properties/annotations/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
if(data3.decides !== undefined){
let data25 = data3.decides;
if((!(Array.isArray(data25))) && (data25 !== null)){
const err36 = {instancePath:instancePath+"/clusters/" + i0+"/decides",schemaPath:"#/properties/clusters/items/properties/decides/type",keyword:"type",params:{type: schema11.properties.clusters.items.properties.decides.type}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
if(Array.isArray(data25)){
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
if(typeof data25[i3] !== "string"){
const err37 = {instancePath:instancePath+"/clusters/" + i0+"/decides/" + i3,schemaPath:"#/properties/clusters/items/properties/decides/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/clusters/" + i0,schemaPath:"#/properties/clusters/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/clusters",schemaPath:"#/properties/clusters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const config = validate11;
const schema12 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-config.schema.json","type":"object","additionalProperties":false,"properties":{"apiVersion":{"type":"string","enum":["fedc/v1alpha1"]},"kind":{"type":"string","enum":["Config"]},"mode":{"type":"string","enum":["gitops","kubefed"]},"sources":{"type":"array","items":{"type":"string"}},"exclude":{"type":"array","items":{"type":"string"}},"inventory":{"type":"array","items":{"type":"string"}},"out":{"type":"string"},"layout":{"type":"string","enum":["by-namespace","by-app"]},"defaultNamespace":{"type":"string"},"kubefed":{"type":"object","additionalProperties":false,"properties":{"namespace":{"type":"string"}}},"types":{"type":"array","items":{"type":"object","required":["federated","target","scope"],"additionalProperties":false,"properties":{"federated":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$"},"target":{"type":"string","pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$"},"scope":{"type":"string","enum":["Namespaced","Cluster"]}}}},"compatibility":{"type":"object","additionalProperties":false,"properties":{"namespaces":{"type":"string","enum":["narrow","require"]},"kubefedConfig":{"type":"string","enum":["ignore","obey"]},"replicaCandidates":{"type":"string","enum":["placed","all"]},"templateAnnotations":{"type":"string","enum":["keep","drop"]},"templateFinalizers":{"type":"string","enum":["drop","keep"]},"managedLabel":{"type":"string","enum":["omit","add"]},"serverFields":{"type":"string","enum":["drop","keep"]},"unknownCluster":{"type":"string","enum":["error","warn"]},"noCluster":{"type":"string","enum":["error","warn"]},"overrideNumbers":{"type":"string","enum":["exact","float64"]},"misplacedPlacement":{"type":"string","enum":["error","ignore"]},"oldShapes":{"type":"string","enum":["accept","refuse"]},"disabledType":{"type":"string","enum":["error","omit","write"]}}},"plainObjects":{"type":["string","array"],"if":{"type":"string"},"then":{"enum":["ignore"]},"items":{"type":"object","required":["files","placement"],"additionalProperties":false,"properties":{"files":{"type":"array","items":{"type":"string"}},"placement":{"type":["object","null"],"additionalProperties":false,"properties":{"clusters":{"type":["array","null"],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"}}}},"clusterSelector":{"type":["object","null"],"additionalProperties":false,"properties":{"matchLabels":{"type":["object","null"],"additionalProperties":{"type":"string"}},"matchExpressions":{"type":["array","null"],"items":{"type":"object","required":["key","operator"],"additionalProperties":false,"properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":["array","null"],"items":{"type":"string"}}}}}}}}}}}},"diagnostics":{"type":"object","additionalProperties":{"type":"string","enum":["error","warning","note","off"]}},"guards":{"type":"object","additionalProperties":false,"properties":{"maxDelete":{"type":["integer","string"],"minimum":0,"pattern":"^([0-9]|[1-9][0-9]|100)%$"},"accept":{"type":"array","items":{"type":"string"}},"allowEmptyClusters":{"type":"array","items":{"type":"string"}}}},"replicas":{"type":"object","additionalProperties":false,"properties":{"previous":{"type":"string","enum":["none","tree"]}}},"engines":{"type":"object","additionalProperties":false,"properties":{"repository":{"type":"object","additionalProperties":false,"properties":{"url":{"type":"string","pattern":"^(?![A-Za-z][A-Za-z0-9+.-]*://[^/@]*:[^/@]+@)(?![Hh][Tt]{2}[Pp][Ss]?://(gh[a-z]_|github_pat_|glpat-)[^/@]*@)\\S*$"},"revision":{"type":"string","pattern":"\\S"},"path":{"type":"string","pattern":"^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\]*$"}}},"emit":{"type":"array","items":{"type":"string","enum":["argocd","fleet","flux"]}},"argocd":{"type":["object","null"],"additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"name":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"namespace":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"},"project":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"createProject":{"type":"boolean"},"applications":{"type":"string","enum":["cluster","folder"]},"generator":{"type":"string","enum":["index","clusters"]},"namePrefix":{"type":"string","pattern":"^([a-z0-9][-a-z0-9.]{0,62})?$"},"labels":{"type":"array","items":{"type":"string","pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"}},"rollingSync":{"type":"array","items":{"type":"object","required":["label","values"],"additionalProperties":false,"properties":{"label":{"type":"string","pattern":"^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"},"values":{"type":"array","items":{"type":"string"}},"maxUpdate":{"type":["integer","string"],"minimum":0,"pattern":"^([0-9]|[1-9][0-9]|100)%$"}}}},"automated":{"type":"string","enum":["none","sync","self-heal","prune"]},"applicationsSync":{"type":"string","enum":["create-only","create-update","create-delete","sync"]},"preserveResourcesOnDeletion":{"type":"boolean"},"serverSideApply":{"type":"boolean"},"syncOptions":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z]+=[-A-Za-z0-9]+$"}},"plugin":{"type":"boolean"}}},"flux":{"type":["object","null"],"additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"name":{"type":"string","pattern":"^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"},"namespace":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"},"source":{"type":["object","null"],"additionalProperties":false,"properties":{"kind":{"type":"string","enum":["GitRepository","OCIRepository","Bucket","ExternalArtifact"]},"name":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"namespace":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}}},"repositorySecret":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"interval":{"type":"string","pattern":"^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"},"retryInterval":{"type":"string","pattern":"^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"},"timeout":{"type":"string","pattern":"^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"},"prune":{"type":"boolean"},"wait":{"type":"boolean"},"suspend":{"type":"boolean"},"split":{"type":"string","enum":["none","stages"]},"serviceAccountName":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"kubeConfig":{"type":["object","null"],"additionalProperties":false,"properties":{"secretName":{"type":"string","pattern":"^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"},"key":{"type":"string","pattern":"^[-._a-zA-Z0-9]{1,253}$"}}},"decryption":{"type":["object","null"],"additionalProperties":false,"properties":{"secretName":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}}},"folderKustomizations":{"type":"boolean"}}},"fleet":{"type":["object","null"],"additionalProperties":false,"properties":{"enabled":{"type":"boolean"},"name":{"type":"string","pattern":"^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"},"namespace":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"},"clientSecretName":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"},"pollingInterval":{"type":"string","pattern":"^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"},"keepResources":{"type":"boolean"}}}}},"protect":{"type":"array","items":{"type":"string"}}}};
const pattern0 = new RegExp("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$", "u");
const pattern1 = new RegExp("^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$", "u");
const pattern2 = new RegExp("^([0-9]|[1-9][0-9]|100)%$", "u");
const pattern3 = new RegExp("^(?![A-Za-z][A-Za-z0-9+.-]*://[^/@]*:[^/@]+@)(?![Hh][Tt]{2}[Pp][Ss]?://(gh[a-z]_|github_pat_|glpat-)[^/@]*@)\\S*$", "u");
const pattern4 = new RegExp("\\S", "u");
const pattern5 = new RegExp("^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\]*$", "u");
const pattern6 = new RegExp("^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$", "u");
const pattern7 = new RegExp("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", "u");
const pattern9 = new RegExp("^([a-z0-9][-a-z0-9.]{0,62})?$", "u");
const pattern10 = new RegExp("^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$", "u");
const pattern13 = new RegExp("^[A-Za-z]+=[-A-Za-z0-9]+$", "u");
const pattern14 = new RegExp("^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$", "u");
const pattern19 = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$", "u");
const pattern24 = new RegExp("^[-._a-zA-Z0-9]{1,253}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-config.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!(data0 === "fedc/v1alpha1")){
const err2 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/enum",keyword:"enum",params:{allowedValues: schema12.properties.apiVersion.enum}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
let data1 = data.kind;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!(data1 === "Config")){
const err4 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.kind.enum}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.mode !== undefined){
let data2 = data.mode;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((data2 === "gitops") || (data2 === "kubefed"))){
const err6 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema12.properties.mode.enum}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.sources !== undefined){
let data3 = data.sources;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
const err7 = {instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.exclude !== undefined){
let data5 = data.exclude;
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
if(typeof data5[i1] !== "string"){
const err9 = {instancePath:instancePath+"/exclude/" + i1,schemaPath:"#/properties/exclude/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/exclude",schemaPath:"#/properties/exclude/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.inventory !== undefined){
let data7 = data.inventory;
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
if(typeof data7[i2] !== "string"){
const err11 = {instancePath:instancePath+"/inventory/" + i2,schemaPath:"#/properties/inventory/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/inventory",schemaPath:"#/properties/inventory/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.out !== undefined){
if(typeof data.out !== "string"){
const err13 = {instancePath:instancePath+"/out",schemaPath:"#/properties/out/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.layout !== undefined){
let data10 = data.layout;
if(typeof data10 !== "string"){
const err14 = {instancePath:instancePath+"/layout",schemaPath:"#/properties/layout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((data10 === "by-namespace") || (data10 === "by-app"))){
const err15 = {instancePath:instancePath+"/layout",schemaPath:"#/properties/layout/enum",keyword:"enum",params:{allowedValues: schema12.properties.layout.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.defaultNamespace !== undefined){
if(typeof data.defaultNamespace !== "string"){
const err16 = {instancePath:instancePath+"/defaultNamespace",schemaPath:"#/properties/defaultNamespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.kubefed !== undefined){
let data12 = data.kubefed;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(!(key1 === "namespace")){
const err17 = {instancePath:instancePath+"/kubefed",schemaPath:"#/properties/kubefed/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data12.namespace !== undefined){
if(typeof data12.namespace !== "string"){
const err18 = {instancePath:instancePath+"/kubefed/namespace",schemaPath:"#/properties/kubefed/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/kubefed",schemaPath:"#/properties/kubefed/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.types !== undefined){
let data14 = data.types;
if(Array.isArray(data14)){
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.federated === undefined){
const err20 = {instancePath:instancePath+"/types/" + i3,schemaPath:"#/properties/types/items/required",keyword:"required",params:{missingProperty: "federated"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data15.target === undefined){
const err21 = {instancePath:instancePath+"/types/" + i3,schemaPath:"#/properties/types/items/required",keyword:"required",params:{missingProperty: "target"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data15.scope === undefined){
const err22 = {instancePath:instancePath+"/types/" + i3,schemaPath:"#/properties/types/items/required",keyword:"required",params:{missingProperty: "scope"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key2 in data15){
if(!(((key2 === "federated") || (key2 === "target")) || (key2 === "scope"))){
const err23 = {instancePath:instancePath+"/types/" + i3,schemaPath:"#/properties/types/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data15.federated !== undefined){
let data16 = data15.federated;
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
const err24 = {instancePath:instancePath+"/types/" + i3+"/federated",schemaPath:"#/properties/types/items/properties/federated/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?/[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/types/" + i3+"/federated",schemaPath:"#/properties/types/items/properties/federated/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data15.target !== undefined){
let data17 = data15.target;
if(typeof data17 === "string"){
if(!pattern1.test(data17)){
const err26 = {instancePath:instancePath+"/types/" + i3+"/target",schemaPath:"#/properties/types/items/properties/target/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z][a-z0-9]* [A-Za-z][A-Za-z0-9]*$"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/types/" + i3+"/target",schemaPath:"#/properties/types/items/properties/target/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data15.scope !== undefined){
let data18 = data15.scope;
if(typeof data18 !== "string"){
const err28 = {instancePath:instancePath+"/types/" + i3+"/scope",schemaPath:"#/properties/types/items/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!((data18 === "Namespaced") || (data18 === "Cluster"))){
const err29 = {instancePath:instancePath+"/types/" + i3+"/scope",schemaPath:"#/properties/types/items/properties/scope/enum",keyword:"enum",params:{allowedValues: schema12.properties.types.items.properties.scope.enum}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/types/" + i3,schemaPath:"#/properties/types/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/types",schemaPath:"#/properties/types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.compatibility !== undefined){
let data19 = data.compatibility;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
if(!(func2.call(schema12.properties.compatibility.properties, key3))){
const err32 = {instancePath:instancePath+"/compatibility",schemaPath:"#/properties/compatibility/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data19.namespaces !== undefined){
let data20 = data19.namespaces;
if(typeof data20 !== "string"){
const err33 = {instancePath:instancePath+"/compatibility/namespaces",schemaPath:"#/properties/compatibility/properties/namespaces/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(!((data20 === "narrow") || (data20 === "require"))){
const err34 = {instancePath:instancePath+"/compatibility/namespaces",schemaPath:"#/properties/compatibility/properties/namespaces/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.namespaces.enum}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.kubefedConfig !== undefined){
let data21 = data19.kubefedConfig;
if(typeof data21 !== "string"){
const err35 = {instancePath:instancePath+"/compatibility/kubefedConfig",schemaPath:"#/properties/compatibility/properties/kubefedConfig/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!((data21 === "ignore") || (data21 === "obey"))){
const err36 = {instancePath:instancePath+"/compatibility/kubefedConfig",schemaPath:"#/properties/compatibility/properties/kubefedConfig/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.kubefedConfig.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data19.replicaCandidates !== undefined){
let data22 = data19.replicaCandidates;
if(typeof data22 !== "string"){
const err37 = {instancePath:instancePath+"/compatibility/replicaCandidates",schemaPath:"#/properties/compatibility/properties/replicaCandidates/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!((data22 === "placed") || (data22 === "all"))){
const err38 = {instancePath:instancePath+"/compatibility/replicaCandidates",schemaPath:"#/properties/compatibility/properties/replicaCandidates/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.replicaCandidates.enum}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data19.templateAnnotations !== undefined){
let data23 = data19.templateAnnotations;
if(typeof data23 !== "string"){
const err39 = {instancePath:instancePath+"/compatibility/templateAnnotations",schemaPath:"#/properties/compatibility/properties/templateAnnotations/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(!((data23 === "keep") || (data23 === "drop"))){
const err40 = {instancePath:instancePath+"/compatibility/templateAnnotations",schemaPath:"#/properties/compatibility/properties/templateAnnotations/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.templateAnnotations.enum}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data19.templateFinalizers !== undefined){
let data24 = data19.templateFinalizers;
if(typeof data24 !== "string"){
const err41 = {instancePath:instancePath+"/compatibility/templateFinalizers",schemaPath:"#/properties/compatibility/properties/templateFinalizers/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(!((data24 === "drop") || (data24 === "keep"))){
const err42 = {instancePath:instancePath+"/compatibility/templateFinalizers",schemaPath:"#/properties/compatibility/properties/templateFinalizers/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.templateFinalizers.enum}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data19.managedLabel !== undefined){
let data25 = data19.managedLabel;
if(typeof data25 !== "string"){
const err43 = {instancePath:instancePath+"/compatibility/managedLabel",schemaPath:"#/properties/compatibility/properties/managedLabel/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data25 === "omit") || (data25 === "add"))){
const err44 = {instancePath:instancePath+"/compatibility/managedLabel",schemaPath:"#/properties/compatibility/properties/managedLabel/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.managedLabel.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data19.serverFields !== undefined){
let data26 = data19.serverFields;
if(typeof data26 !== "string"){
const err45 = {instancePath:instancePath+"/compatibility/serverFields",schemaPath:"#/properties/compatibility/properties/serverFields/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data26 === "drop") || (data26 === "keep"))){
const err46 = {instancePath:instancePath+"/compatibility/serverFields",schemaPath:"#/properties/compatibility/properties/serverFields/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.serverFields.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data19.unknownCluster !== undefined){
let data27 = data19.unknownCluster;
if(typeof data27 !== "string"){
const err47 = {instancePath:instancePath+"/compatibility/unknownCluster",schemaPath:"#/properties/compatibility/properties/unknownCluster/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
if(!((data27 === "error") || (data27 === "warn"))){
const err48 = {instancePath:instancePath+"/compatibility/unknownCluster",schemaPath:"#/properties/compatibility/properties/unknownCluster/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.unknownCluster.enum}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data19.noCluster !== undefined){
let data28 = data19.noCluster;
if(typeof data28 !== "string"){
const err49 = {instancePath:instancePath+"/compatibility/noCluster",schemaPath:"#/properties/compatibility/properties/noCluster/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if(!((data28 === "error") || (data28 === "warn"))){
const err50 = {instancePath:instancePath+"/compatibility/noCluster",schemaPath:"#/properties/compatibility/properties/noCluster/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.noCluster.enum}};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data19.overrideNumbers !== undefined){
let data29 = data19.overrideNumbers;
if(typeof data29 !== "string"){
const err51 = {instancePath:instancePath+"/compatibility/overrideNumbers",schemaPath:"#/properties/compatibility/properties/overrideNumbers/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(!((data29 === "exact") || (data29 === "float64"))){
const err52 = {instancePath:instancePath+"/compatibility/overrideNumbers",schemaPath:"#/properties/compatibility/properties/overrideNumbers/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.overrideNumbers.enum}};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data19.misplacedPlacement !== undefined){
let data30 = data19.misplacedPlacement;
if(typeof data30 !== "string"){
const err53 = {instancePath:instancePath+"/compatibility/misplacedPlacement",schemaPath:"#/properties/compatibility/properties/misplacedPlacement/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if(!((data30 === "error") || (data30 === "ignore"))){
const err54 = {instancePath:instancePath+"/compatibility/misplacedPlacement",schemaPath:"#/properties/compatibility/properties/misplacedPlacement/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.misplacedPlacement.enum}};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
if(data19.oldShapes !== undefined){
let data31 = data19.oldShapes;
if(typeof data31 !== "string"){
const err55 = {instancePath:instancePath+"/compatibility/oldShapes",schemaPath:"#/properties/compatibility/properties/oldShapes/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if(!((data31 === "accept") || (data31 === "refuse"))){
const err56 = {instancePath:instancePath+"/compatibility/oldShapes",schemaPath:"#/properties/compatibility/properties/oldShapes/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.oldShapes.enum}};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data19.disabledType !== undefined){
let data32 = data19.disabledType;
if(typeof data32 !== "string"){
const err57 = {instancePath:instancePath+"/compatibility/disabledType",schemaPath:"#/properties/compatibility/properties/disabledType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(!(((data32 === "error") || (data32 === "omit")) || (data32 === "write"))){
const err58 = {instancePath:instancePath+"/compatibility/disabledType",schemaPath:"#/properties/compatibility/properties/disabledType/enum",keyword:"enum",params:{allowedValues: schema12.properties.compatibility.properties.disabledType.enum}};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/compatibility",schemaPath:"#/properties/compatibility/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data.plainObjects !== undefined){
let data33 = data.plainObjects;
if((typeof data33 !== "string") && (!(Array.isArray(data33)))){
const err60 = {instancePath:instancePath+"/plainObjects",schemaPath:"#/properties/plainObjects/type",keyword:"type",params:{type: schema12.properties.plainObjects.type}};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
const _errs73 = errors;
let valid12 = true;
const _errs74 = errors;
if(typeof data33 !== "string"){
const err61 = {};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var _valid0 = _errs74 === errors;
errors = _errs73;
if(vErrors !== null){
if(_errs73){
vErrors.length = _errs73;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs76 = errors;
if(!(data33 === "ignore")){
const err62 = {instancePath:instancePath+"/plainObjects",schemaPath:"#/properties/plainObjects/then/enum",keyword:"enum",params:{allowedValues: schema12.properties.plainObjects.then.enum}};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var _valid0 = _errs76 === errors;
valid12 = _valid0;
}
if(!valid12){
const err63 = {instancePath:instancePath+"/plainObjects",schemaPath:"#/properties/plainObjects/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(Array.isArray(data33)){
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
let data34 = data33[i4];
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
if(data34.files === undefined){
const err64 = {instancePath:instancePath+"/plainObjects/" + i4,schemaPath:"#/properties/plainObjects/items/required",keyword:"required",params:{missingProperty: "files"}};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(data34.placement === undefined){
const err65 = {instancePath:instancePath+"/plainObjects/" + i4,schemaPath:"#/properties/plainObjects/items/required",keyword:"required",params:{missingProperty: "placement"}};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
for(const key4 in data34){
if(!((key4 === "files") || (key4 === "placement"))){
const err66 = {instancePath:instancePath+"/plainObjects/" + i4,schemaPath:"#/properties/plainObjects/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data34.files !== undefined){
let data35 = data34.files;
if(Array.isArray(data35)){
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
if(typeof data35[i5] !== "string"){
const err67 = {instancePath:instancePath+"/plainObjects/" + i4+"/files/" + i5,schemaPath:"#/properties/plainObjects/items/properties/files/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
else {
const err68 = {instancePath:instancePath+"/plainObjects/" + i4+"/files",schemaPath:"#/properties/plainObjects/items/properties/files/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data34.placement !== undefined){
let data37 = data34.placement;
if((!(data37 && typeof data37 == "object" && !Array.isArray(data37))) && (data37 !== null)){
const err69 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement",schemaPath:"#/properties/plainObjects/items/properties/placement/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.type}};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key5 in data37){
if(!((key5 === "clusters") || (key5 === "clusterSelector"))){
const err70 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement",schemaPath:"#/properties/plainObjects/items/properties/placement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data37.clusters !== undefined){
let data38 = data37.clusters;
if((!(Array.isArray(data38))) && (data38 !== null)){
const err71 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusters",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusters/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.properties.clusters.type}};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if(Array.isArray(data38)){
const len6 = data38.length;
for(let i6=0; i6<len6; i6++){
let data39 = data38[i6];
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
if(data39.name === undefined){
const err72 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusters/" + i6,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
for(const key6 in data39){
if(!(key6 === "name")){
const err73 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusters/" + i6,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
if(data39.name !== undefined){
if(typeof data39.name !== "string"){
const err74 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusters/" + i6+"/name",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
}
else {
const err75 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusters/" + i6,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusters/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
if(data37.clusterSelector !== undefined){
let data41 = data37.clusterSelector;
if((!(data41 && typeof data41 == "object" && !Array.isArray(data41))) && (data41 !== null)){
const err76 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.properties.clusterSelector.type}};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
for(const key7 in data41){
if(!((key7 === "matchLabels") || (key7 === "matchExpressions"))){
const err77 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data41.matchLabels !== undefined){
let data42 = data41.matchLabels;
if((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (data42 !== null)){
const err78 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchLabels",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchLabels/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.properties.clusterSelector.properties.matchLabels.type}};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key8 in data42){
if(typeof data42[key8] !== "string"){
const err79 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchLabels/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
}
if(data41.matchExpressions !== undefined){
let data44 = data41.matchExpressions;
if((!(Array.isArray(data44))) && (data44 !== null)){
const err80 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.properties.clusterSelector.properties.matchExpressions.type}};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if(Array.isArray(data44)){
const len7 = data44.length;
for(let i7=0; i7<len7; i7++){
let data45 = data44[i7];
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
if(data45.key === undefined){
const err81 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data45.operator === undefined){
const err82 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key9 in data45){
if(!(((key9 === "key") || (key9 === "operator")) || (key9 === "values"))){
const err83 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data45.key !== undefined){
if(typeof data45.key !== "string"){
const err84 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7+"/key",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
if(data45.operator !== undefined){
if(typeof data45.operator !== "string"){
const err85 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7+"/operator",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data45.values !== undefined){
let data48 = data45.values;
if((!(Array.isArray(data48))) && (data48 !== null)){
const err86 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7+"/values",schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: schema12.properties.plainObjects.items.properties.placement.properties.clusterSelector.properties.matchExpressions.items.properties.values.type}};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if(Array.isArray(data48)){
const len8 = data48.length;
for(let i8=0; i8<len8; i8++){
if(typeof data48[i8] !== "string"){
const err87 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7+"/values/" + i8,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
}
}
else {
const err88 = {instancePath:instancePath+"/plainObjects/" + i4+"/placement/clusterSelector/matchExpressions/" + i7,schemaPath:"#/properties/plainObjects/items/properties/placement/properties/clusterSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
}
}
}
}
}
}
}
else {
const err89 = {instancePath:instancePath+"/plainObjects/" + i4,schemaPath:"#/properties/plainObjects/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
}
}
if(data.diagnostics !== undefined){
let data50 = data.diagnostics;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key10 in data50){
let data51 = data50[key10];
if(typeof data51 !== "string"){
const err90 = {instancePath:instancePath+"/diagnostics/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/diagnostics/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if(!((((data51 === "error") || (data51 === "warning")) || (data51 === "note")) || (data51 === "off"))){
const err91 = {instancePath:instancePath+"/diagnostics/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/diagnostics/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema12.properties.diagnostics.additionalProperties.enum}};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
}
else {
const err92 = {instancePath:instancePath+"/diagnostics",schemaPath:"#/properties/diagnostics/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
if(data.guards !== undefined){
let data52 = data.guards;
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
for(const key11 in data52){
if(!(((key11 === "maxDelete") || (key11 === "accept")) || (key11 === "allowEmptyClusters"))){
const err93 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
if(data52.maxDelete !== undefined){
let data53 = data52.maxDelete;
if((!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) && (typeof data53 !== "string")){
const err94 = {instancePath:instancePath+"/guards/maxDelete",schemaPath:"#/properties/guards/properties/maxDelete/type",keyword:"type",params:{type: schema12.properties.guards.properties.maxDelete.type}};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
const err95 = {instancePath:instancePath+"/guards/maxDelete",schemaPath:"#/properties/guards/properties/maxDelete/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
if(typeof data53 === "string"){
if(!pattern2.test(data53)){
const err96 = {instancePath:instancePath+"/guards/maxDelete",schemaPath:"#/properties/guards/properties/maxDelete/pattern",keyword:"pattern",params:{pattern: "^([0-9]|[1-9][0-9]|100)%$"}};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
if(data52.accept !== undefined){
let data54 = data52.accept;
if(Array.isArray(data54)){
const len9 = data54.length;
for(let i9=0; i9<len9; i9++){
if(typeof data54[i9] !== "string"){
const err97 = {instancePath:instancePath+"/guards/accept/" + i9,schemaPath:"#/properties/guards/properties/accept/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/guards/accept",schemaPath:"#/properties/guards/properties/accept/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data52.allowEmptyClusters !== undefined){
let data56 = data52.allowEmptyClusters;
if(Array.isArray(data56)){
const len10 = data56.length;
for(let i10=0; i10<len10; i10++){
if(typeof data56[i10] !== "string"){
const err99 = {instancePath:instancePath+"/guards/allowEmptyClusters/" + i10,schemaPath:"#/properties/guards/properties/allowEmptyClusters/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
}
else {
const err100 = {instancePath:instancePath+"/guards/allowEmptyClusters",schemaPath:"#/properties/guards/properties/allowEmptyClusters/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
}
else {
const err101 = {instancePath:instancePath+"/guards",schemaPath:"#/properties/guards/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data.replicas !== undefined){
let data58 = data.replicas;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
for(const key12 in data58){
if(!(key12 === "previous")){
const err102 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data58.previous !== undefined){
let data59 = data58.previous;
if(typeof data59 !== "string"){
const err103 = {instancePath:instancePath+"/replicas/previous",schemaPath:"#/properties/replicas/properties/previous/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(!((data59 === "none") || (data59 === "tree"))){
const err104 = {instancePath:instancePath+"/replicas/previous",schemaPath:"#/properties/replicas/properties/previous/enum",keyword:"enum",params:{allowedValues: schema12.properties.replicas.properties.previous.enum}};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
else {
const err105 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.engines !== undefined){
let data60 = data.engines;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
for(const key13 in data60){
if(!(((((key13 === "repository") || (key13 === "emit")) || (key13 === "argocd")) || (key13 === "flux")) || (key13 === "fleet"))){
const err106 = {instancePath:instancePath+"/engines",schemaPath:"#/properties/engines/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
if(data60.repository !== undefined){
let data61 = data60.repository;
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
for(const key14 in data61){
if(!(((key14 === "url") || (key14 === "revision")) || (key14 === "path"))){
const err107 = {instancePath:instancePath+"/engines/repository",schemaPath:"#/properties/engines/properties/repository/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data61.url !== undefined){
let data62 = data61.url;
if(typeof data62 === "string"){
if(!pattern3.test(data62)){
const err108 = {instancePath:instancePath+"/engines/repository/url",schemaPath:"#/properties/engines/properties/repository/properties/url/pattern",keyword:"pattern",params:{pattern: "^(?![A-Za-z][A-Za-z0-9+.-]*://[^/@]*:[^/@]+@)(?![Hh][Tt]{2}[Pp][Ss]?://(gh[a-z]_|github_pat_|glpat-)[^/@]*@)\\S*$"}};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
else {
const err109 = {instancePath:instancePath+"/engines/repository/url",schemaPath:"#/properties/engines/properties/repository/properties/url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data61.revision !== undefined){
let data63 = data61.revision;
if(typeof data63 === "string"){
if(!pattern4.test(data63)){
const err110 = {instancePath:instancePath+"/engines/repository/revision",schemaPath:"#/properties/engines/properties/repository/properties/revision/pattern",keyword:"pattern",params:{pattern: "\\S"}};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
else {
const err111 = {instancePath:instancePath+"/engines/repository/revision",schemaPath:"#/properties/engines/properties/repository/properties/revision/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data61.path !== undefined){
let data64 = data61.path;
if(typeof data64 === "string"){
if(!pattern5.test(data64)){
const err112 = {instancePath:instancePath+"/engines/repository/path",schemaPath:"#/properties/engines/properties/repository/properties/path/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\]*$"}};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
}
else {
const err113 = {instancePath:instancePath+"/engines/repository/path",schemaPath:"#/properties/engines/properties/repository/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
}
}
else {
const err114 = {instancePath:instancePath+"/engines/repository",schemaPath:"#/properties/engines/properties/repository/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
if(data60.emit !== undefined){
let data65 = data60.emit;
if(Array.isArray(data65)){
const len11 = data65.length;
for(let i11=0; i11<len11; i11++){
let data66 = data65[i11];
if(typeof data66 !== "string"){
const err115 = {instancePath:instancePath+"/engines/emit/" + i11,schemaPath:"#/properties/engines/properties/emit/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!(((data66 === "argocd") || (data66 === "fleet")) || (data66 === "flux"))){
const err116 = {instancePath:instancePath+"/engines/emit/" + i11,schemaPath:"#/properties/engines/properties/emit/items/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.emit.items.enum}};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/engines/emit",schemaPath:"#/properties/engines/properties/emit/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data60.argocd !== undefined){
let data67 = data60.argocd;
if((!(data67 && typeof data67 == "object" && !Array.isArray(data67))) && (data67 !== null)){
const err118 = {instancePath:instancePath+"/engines/argocd",schemaPath:"#/properties/engines/properties/argocd/type",keyword:"type",params:{type: schema12.properties.engines.properties.argocd.type}};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
for(const key15 in data67){
if(!(func2.call(schema12.properties.engines.properties.argocd.properties, key15))){
const err119 = {instancePath:instancePath+"/engines/argocd",schemaPath:"#/properties/engines/properties/argocd/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data67.enabled !== undefined){
if(typeof data67.enabled !== "boolean"){
const err120 = {instancePath:instancePath+"/engines/argocd/enabled",schemaPath:"#/properties/engines/properties/argocd/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
if(data67.name !== undefined){
let data69 = data67.name;
if(typeof data69 === "string"){
if(!pattern6.test(data69)){
const err121 = {instancePath:instancePath+"/engines/argocd/name",schemaPath:"#/properties/engines/properties/argocd/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
else {
const err122 = {instancePath:instancePath+"/engines/argocd/name",schemaPath:"#/properties/engines/properties/argocd/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
if(data67.namespace !== undefined){
let data70 = data67.namespace;
if(typeof data70 === "string"){
if(!pattern7.test(data70)){
const err123 = {instancePath:instancePath+"/engines/argocd/namespace",schemaPath:"#/properties/engines/properties/argocd/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
else {
const err124 = {instancePath:instancePath+"/engines/argocd/namespace",schemaPath:"#/properties/engines/properties/argocd/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data67.project !== undefined){
let data71 = data67.project;
if(typeof data71 === "string"){
if(!pattern6.test(data71)){
const err125 = {instancePath:instancePath+"/engines/argocd/project",schemaPath:"#/properties/engines/properties/argocd/properties/project/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
else {
const err126 = {instancePath:instancePath+"/engines/argocd/project",schemaPath:"#/properties/engines/properties/argocd/properties/project/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data67.createProject !== undefined){
if(typeof data67.createProject !== "boolean"){
const err127 = {instancePath:instancePath+"/engines/argocd/createProject",schemaPath:"#/properties/engines/properties/argocd/properties/createProject/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
if(data67.applications !== undefined){
let data73 = data67.applications;
if(typeof data73 !== "string"){
const err128 = {instancePath:instancePath+"/engines/argocd/applications",schemaPath:"#/properties/engines/properties/argocd/properties/applications/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(!((data73 === "cluster") || (data73 === "folder"))){
const err129 = {instancePath:instancePath+"/engines/argocd/applications",schemaPath:"#/properties/engines/properties/argocd/properties/applications/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.argocd.properties.applications.enum}};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data67.generator !== undefined){
let data74 = data67.generator;
if(typeof data74 !== "string"){
const err130 = {instancePath:instancePath+"/engines/argocd/generator",schemaPath:"#/properties/engines/properties/argocd/properties/generator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
if(!((data74 === "index") || (data74 === "clusters"))){
const err131 = {instancePath:instancePath+"/engines/argocd/generator",schemaPath:"#/properties/engines/properties/argocd/properties/generator/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.argocd.properties.generator.enum}};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data67.namePrefix !== undefined){
let data75 = data67.namePrefix;
if(typeof data75 === "string"){
if(!pattern9.test(data75)){
const err132 = {instancePath:instancePath+"/engines/argocd/namePrefix",schemaPath:"#/properties/engines/properties/argocd/properties/namePrefix/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9][-a-z0-9.]{0,62})?$"}};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
else {
const err133 = {instancePath:instancePath+"/engines/argocd/namePrefix",schemaPath:"#/properties/engines/properties/argocd/properties/namePrefix/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data67.labels !== undefined){
let data76 = data67.labels;
if(Array.isArray(data76)){
const len12 = data76.length;
for(let i12=0; i12<len12; i12++){
let data77 = data76[i12];
if(typeof data77 === "string"){
if(!pattern10.test(data77)){
const err134 = {instancePath:instancePath+"/engines/argocd/labels/" + i12,schemaPath:"#/properties/engines/properties/argocd/properties/labels/items/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
else {
const err135 = {instancePath:instancePath+"/engines/argocd/labels/" + i12,schemaPath:"#/properties/engines/properties/argocd/properties/labels/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
}
else {
const err136 = {instancePath:instancePath+"/engines/argocd/labels",schemaPath:"#/properties/engines/properties/argocd/properties/labels/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
if(data67.rollingSync !== undefined){
let data78 = data67.rollingSync;
if(Array.isArray(data78)){
const len13 = data78.length;
for(let i13=0; i13<len13; i13++){
let data79 = data78[i13];
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
if(data79.label === undefined){
const err137 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13,schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/required",keyword:"required",params:{missingProperty: "label"}};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
if(data79.values === undefined){
const err138 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13,schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/required",keyword:"required",params:{missingProperty: "values"}};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
for(const key16 in data79){
if(!(((key16 === "label") || (key16 === "values")) || (key16 === "maxUpdate"))){
const err139 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13,schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
if(data79.label !== undefined){
let data80 = data79.label;
if(typeof data80 === "string"){
if(!pattern10.test(data80)){
const err140 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/label",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/label/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"}};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
else {
const err141 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/label",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/label/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data79.values !== undefined){
let data81 = data79.values;
if(Array.isArray(data81)){
const len14 = data81.length;
for(let i14=0; i14<len14; i14++){
if(typeof data81[i14] !== "string"){
const err142 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/values/" + i14,schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
}
else {
const err143 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/values",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/values/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data79.maxUpdate !== undefined){
let data83 = data79.maxUpdate;
if((!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))) && (typeof data83 !== "string")){
const err144 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/maxUpdate",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/maxUpdate/type",keyword:"type",params:{type: schema12.properties.engines.properties.argocd.properties.rollingSync.items.properties.maxUpdate.type}};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 0 || isNaN(data83)){
const err145 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/maxUpdate",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/maxUpdate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(typeof data83 === "string"){
if(!pattern2.test(data83)){
const err146 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13+"/maxUpdate",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/properties/maxUpdate/pattern",keyword:"pattern",params:{pattern: "^([0-9]|[1-9][0-9]|100)%$"}};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
}
else {
const err147 = {instancePath:instancePath+"/engines/argocd/rollingSync/" + i13,schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
}
else {
const err148 = {instancePath:instancePath+"/engines/argocd/rollingSync",schemaPath:"#/properties/engines/properties/argocd/properties/rollingSync/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
if(data67.automated !== undefined){
let data84 = data67.automated;
if(typeof data84 !== "string"){
const err149 = {instancePath:instancePath+"/engines/argocd/automated",schemaPath:"#/properties/engines/properties/argocd/properties/automated/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
if(!((((data84 === "none") || (data84 === "sync")) || (data84 === "self-heal")) || (data84 === "prune"))){
const err150 = {instancePath:instancePath+"/engines/argocd/automated",schemaPath:"#/properties/engines/properties/argocd/properties/automated/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.argocd.properties.automated.enum}};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
if(data67.applicationsSync !== undefined){
let data85 = data67.applicationsSync;
if(typeof data85 !== "string"){
const err151 = {instancePath:instancePath+"/engines/argocd/applicationsSync",schemaPath:"#/properties/engines/properties/argocd/properties/applicationsSync/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
if(!((((data85 === "create-only") || (data85 === "create-update")) || (data85 === "create-delete")) || (data85 === "sync"))){
const err152 = {instancePath:instancePath+"/engines/argocd/applicationsSync",schemaPath:"#/properties/engines/properties/argocd/properties/applicationsSync/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.argocd.properties.applicationsSync.enum}};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
if(data67.preserveResourcesOnDeletion !== undefined){
if(typeof data67.preserveResourcesOnDeletion !== "boolean"){
const err153 = {instancePath:instancePath+"/engines/argocd/preserveResourcesOnDeletion",schemaPath:"#/properties/engines/properties/argocd/properties/preserveResourcesOnDeletion/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data67.serverSideApply !== undefined){
if(typeof data67.serverSideApply !== "boolean"){
const err154 = {instancePath:instancePath+"/engines/argocd/serverSideApply",schemaPath:"#/properties/engines/properties/argocd/properties/serverSideApply/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data67.syncOptions !== undefined){
let data88 = data67.syncOptions;
if(Array.isArray(data88)){
const len15 = data88.length;
for(let i15=0; i15<len15; i15++){
let data89 = data88[i15];
if(typeof data89 === "string"){
if(!pattern13.test(data89)){
const err155 = {instancePath:instancePath+"/engines/argocd/syncOptions/" + i15,schemaPath:"#/properties/engines/properties/argocd/properties/syncOptions/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+=[-A-Za-z0-9]+$"}};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
}
else {
const err156 = {instancePath:instancePath+"/engines/argocd/syncOptions/" + i15,schemaPath:"#/properties/engines/properties/argocd/properties/syncOptions/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
else {
const err157 = {instancePath:instancePath+"/engines/argocd/syncOptions",schemaPath:"#/properties/engines/properties/argocd/properties/syncOptions/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
}
if(data67.plugin !== undefined){
if(typeof data67.plugin !== "boolean"){
const err158 = {instancePath:instancePath+"/engines/argocd/plugin",schemaPath:"#/properties/engines/properties/argocd/properties/plugin/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
}
}
if(data60.flux !== undefined){
let data91 = data60.flux;
if((!(data91 && typeof data91 == "object" && !Array.isArray(data91))) && (data91 !== null)){
const err159 = {instancePath:instancePath+"/engines/flux",schemaPath:"#/properties/engines/properties/flux/type",keyword:"type",params:{type: schema12.properties.engines.properties.flux.type}};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
for(const key17 in data91){
if(!(func2.call(schema12.properties.engines.properties.flux.properties, key17))){
const err160 = {instancePath:instancePath+"/engines/flux",schemaPath:"#/properties/engines/properties/flux/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
if(data91.enabled !== undefined){
if(typeof data91.enabled !== "boolean"){
const err161 = {instancePath:instancePath+"/engines/flux/enabled",schemaPath:"#/properties/engines/properties/flux/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
if(data91.name !== undefined){
let data93 = data91.name;
if(typeof data93 === "string"){
if(!pattern14.test(data93)){
const err162 = {instancePath:instancePath+"/engines/flux/name",schemaPath:"#/properties/engines/properties/flux/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
else {
const err163 = {instancePath:instancePath+"/engines/flux/name",schemaPath:"#/properties/engines/properties/flux/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
}
if(data91.namespace !== undefined){
let data94 = data91.namespace;
if(typeof data94 === "string"){
if(!pattern7.test(data94)){
const err164 = {instancePath:instancePath+"/engines/flux/namespace",schemaPath:"#/properties/engines/properties/flux/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/engines/flux/namespace",schemaPath:"#/properties/engines/properties/flux/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
}
if(data91.source !== undefined){
let data95 = data91.source;
if((!(data95 && typeof data95 == "object" && !Array.isArray(data95))) && (data95 !== null)){
const err166 = {instancePath:instancePath+"/engines/flux/source",schemaPath:"#/properties/engines/properties/flux/properties/source/type",keyword:"type",params:{type: schema12.properties.engines.properties.flux.properties.source.type}};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
for(const key18 in data95){
if(!(((key18 === "kind") || (key18 === "name")) || (key18 === "namespace"))){
const err167 = {instancePath:instancePath+"/engines/flux/source",schemaPath:"#/properties/engines/properties/flux/properties/source/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data95.kind !== undefined){
let data96 = data95.kind;
if(typeof data96 !== "string"){
const err168 = {instancePath:instancePath+"/engines/flux/source/kind",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(!((((data96 === "GitRepository") || (data96 === "OCIRepository")) || (data96 === "Bucket")) || (data96 === "ExternalArtifact"))){
const err169 = {instancePath:instancePath+"/engines/flux/source/kind",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/kind/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.flux.properties.source.properties.kind.enum}};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
if(data95.name !== undefined){
let data97 = data95.name;
if(typeof data97 === "string"){
if(!pattern6.test(data97)){
const err170 = {instancePath:instancePath+"/engines/flux/source/name",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
}
else {
const err171 = {instancePath:instancePath+"/engines/flux/source/name",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
if(data95.namespace !== undefined){
let data98 = data95.namespace;
if(typeof data98 === "string"){
if(!pattern7.test(data98)){
const err172 = {instancePath:instancePath+"/engines/flux/source/namespace",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
else {
const err173 = {instancePath:instancePath+"/engines/flux/source/namespace",schemaPath:"#/properties/engines/properties/flux/properties/source/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
}
}
}
if(data91.repositorySecret !== undefined){
let data99 = data91.repositorySecret;
if(typeof data99 === "string"){
if(!pattern6.test(data99)){
const err174 = {instancePath:instancePath+"/engines/flux/repositorySecret",schemaPath:"#/properties/engines/properties/flux/properties/repositorySecret/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/engines/flux/repositorySecret",schemaPath:"#/properties/engines/properties/flux/properties/repositorySecret/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
}
if(data91.interval !== undefined){
let data100 = data91.interval;
if(typeof data100 === "string"){
if(!pattern19.test(data100)){
const err176 = {instancePath:instancePath+"/engines/flux/interval",schemaPath:"#/properties/engines/properties/flux/properties/interval/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"}};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
else {
const err177 = {instancePath:instancePath+"/engines/flux/interval",schemaPath:"#/properties/engines/properties/flux/properties/interval/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data91.retryInterval !== undefined){
let data101 = data91.retryInterval;
if(typeof data101 === "string"){
if(!pattern19.test(data101)){
const err178 = {instancePath:instancePath+"/engines/flux/retryInterval",schemaPath:"#/properties/engines/properties/flux/properties/retryInterval/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"}};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
}
else {
const err179 = {instancePath:instancePath+"/engines/flux/retryInterval",schemaPath:"#/properties/engines/properties/flux/properties/retryInterval/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
if(data91.timeout !== undefined){
let data102 = data91.timeout;
if(typeof data102 === "string"){
if(!pattern19.test(data102)){
const err180 = {instancePath:instancePath+"/engines/flux/timeout",schemaPath:"#/properties/engines/properties/flux/properties/timeout/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"}};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
}
else {
const err181 = {instancePath:instancePath+"/engines/flux/timeout",schemaPath:"#/properties/engines/properties/flux/properties/timeout/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
if(data91.prune !== undefined){
if(typeof data91.prune !== "boolean"){
const err182 = {instancePath:instancePath+"/engines/flux/prune",schemaPath:"#/properties/engines/properties/flux/properties/prune/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data91.wait !== undefined){
if(typeof data91.wait !== "boolean"){
const err183 = {instancePath:instancePath+"/engines/flux/wait",schemaPath:"#/properties/engines/properties/flux/properties/wait/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
}
if(data91.suspend !== undefined){
if(typeof data91.suspend !== "boolean"){
const err184 = {instancePath:instancePath+"/engines/flux/suspend",schemaPath:"#/properties/engines/properties/flux/properties/suspend/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
if(data91.split !== undefined){
let data106 = data91.split;
if(typeof data106 !== "string"){
const err185 = {instancePath:instancePath+"/engines/flux/split",schemaPath:"#/properties/engines/properties/flux/properties/split/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
if(!((data106 === "none") || (data106 === "stages"))){
const err186 = {instancePath:instancePath+"/engines/flux/split",schemaPath:"#/properties/engines/properties/flux/properties/split/enum",keyword:"enum",params:{allowedValues: schema12.properties.engines.properties.flux.properties.split.enum}};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
if(data91.serviceAccountName !== undefined){
let data107 = data91.serviceAccountName;
if(typeof data107 === "string"){
if(!pattern6.test(data107)){
const err187 = {instancePath:instancePath+"/engines/flux/serviceAccountName",schemaPath:"#/properties/engines/properties/flux/properties/serviceAccountName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
else {
const err188 = {instancePath:instancePath+"/engines/flux/serviceAccountName",schemaPath:"#/properties/engines/properties/flux/properties/serviceAccountName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
}
if(data91.kubeConfig !== undefined){
let data108 = data91.kubeConfig;
if((!(data108 && typeof data108 == "object" && !Array.isArray(data108))) && (data108 !== null)){
const err189 = {instancePath:instancePath+"/engines/flux/kubeConfig",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/type",keyword:"type",params:{type: schema12.properties.engines.properties.flux.properties.kubeConfig.type}};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
for(const key19 in data108){
if(!((key19 === "secretName") || (key19 === "key"))){
const err190 = {instancePath:instancePath+"/engines/flux/kubeConfig",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
}
if(data108.secretName !== undefined){
let data109 = data108.secretName;
if(typeof data109 === "string"){
if(!pattern14.test(data109)){
const err191 = {instancePath:instancePath+"/engines/flux/kubeConfig/secretName",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/properties/secretName/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
else {
const err192 = {instancePath:instancePath+"/engines/flux/kubeConfig/secretName",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/properties/secretName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data108.key !== undefined){
let data110 = data108.key;
if(typeof data110 === "string"){
if(!pattern24.test(data110)){
const err193 = {instancePath:instancePath+"/engines/flux/kubeConfig/key",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/properties/key/pattern",keyword:"pattern",params:{pattern: "^[-._a-zA-Z0-9]{1,253}$"}};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
else {
const err194 = {instancePath:instancePath+"/engines/flux/kubeConfig/key",schemaPath:"#/properties/engines/properties/flux/properties/kubeConfig/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
}
}
if(data91.decryption !== undefined){
let data111 = data91.decryption;
if((!(data111 && typeof data111 == "object" && !Array.isArray(data111))) && (data111 !== null)){
const err195 = {instancePath:instancePath+"/engines/flux/decryption",schemaPath:"#/properties/engines/properties/flux/properties/decryption/type",keyword:"type",params:{type: schema12.properties.engines.properties.flux.properties.decryption.type}};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
for(const key20 in data111){
if(!(key20 === "secretName")){
const err196 = {instancePath:instancePath+"/engines/flux/decryption",schemaPath:"#/properties/engines/properties/flux/properties/decryption/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
}
if(data111.secretName !== undefined){
let data112 = data111.secretName;
if(typeof data112 === "string"){
if(!pattern6.test(data112)){
const err197 = {instancePath:instancePath+"/engines/flux/decryption/secretName",schemaPath:"#/properties/engines/properties/flux/properties/decryption/properties/secretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/engines/flux/decryption/secretName",schemaPath:"#/properties/engines/properties/flux/properties/decryption/properties/secretName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
}
}
if(data91.folderKustomizations !== undefined){
if(typeof data91.folderKustomizations !== "boolean"){
const err199 = {instancePath:instancePath+"/engines/flux/folderKustomizations",schemaPath:"#/properties/engines/properties/flux/properties/folderKustomizations/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
}
}
}
if(data60.fleet !== undefined){
let data114 = data60.fleet;
if((!(data114 && typeof data114 == "object" && !Array.isArray(data114))) && (data114 !== null)){
const err200 = {instancePath:instancePath+"/engines/fleet",schemaPath:"#/properties/engines/properties/fleet/type",keyword:"type",params:{type: schema12.properties.engines.properties.fleet.type}};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
for(const key21 in data114){
if(!((((((key21 === "enabled") || (key21 === "name")) || (key21 === "namespace")) || (key21 === "clientSecretName")) || (key21 === "pollingInterval")) || (key21 === "keepResources"))){
const err201 = {instancePath:instancePath+"/engines/fleet",schemaPath:"#/properties/engines/properties/fleet/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data114.enabled !== undefined){
if(typeof data114.enabled !== "boolean"){
const err202 = {instancePath:instancePath+"/engines/fleet/enabled",schemaPath:"#/properties/engines/properties/fleet/properties/enabled/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
}
if(data114.name !== undefined){
let data116 = data114.name;
if(typeof data116 === "string"){
if(!pattern14.test(data116)){
const err203 = {instancePath:instancePath+"/engines/fleet/name",schemaPath:"#/properties/engines/properties/fleet/properties/name/pattern",keyword:"pattern",params:{pattern: "^([a-z0-9][a-z0-9-]*)?\\{cluster\\}([a-z0-9-]*[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
}
else {
const err204 = {instancePath:instancePath+"/engines/fleet/name",schemaPath:"#/properties/engines/properties/fleet/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
if(data114.namespace !== undefined){
let data117 = data114.namespace;
if(typeof data117 === "string"){
if(!pattern7.test(data117)){
const err205 = {instancePath:instancePath+"/engines/fleet/namespace",schemaPath:"#/properties/engines/properties/fleet/properties/namespace/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
}
else {
const err206 = {instancePath:instancePath+"/engines/fleet/namespace",schemaPath:"#/properties/engines/properties/fleet/properties/namespace/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
}
if(data114.clientSecretName !== undefined){
let data118 = data114.clientSecretName;
if(typeof data118 === "string"){
if(!pattern6.test(data118)){
const err207 = {instancePath:instancePath+"/engines/fleet/clientSecretName",schemaPath:"#/properties/engines/properties/fleet/properties/clientSecretName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$"}};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
else {
const err208 = {instancePath:instancePath+"/engines/fleet/clientSecretName",schemaPath:"#/properties/engines/properties/fleet/properties/clientSecretName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
}
if(data114.pollingInterval !== undefined){
let data119 = data114.pollingInterval;
if(typeof data119 === "string"){
if(!pattern19.test(data119)){
const err209 = {instancePath:instancePath+"/engines/fleet/pollingInterval",schemaPath:"#/properties/engines/properties/fleet/properties/pollingInterval/pattern",keyword:"pattern",params:{pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$"}};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
else {
const err210 = {instancePath:instancePath+"/engines/fleet/pollingInterval",schemaPath:"#/properties/engines/properties/fleet/properties/pollingInterval/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
}
if(data114.keepResources !== undefined){
if(typeof data114.keepResources !== "boolean"){
const err211 = {instancePath:instancePath+"/engines/fleet/keepResources",schemaPath:"#/properties/engines/properties/fleet/properties/keepResources/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
}
}
}
}
else {
const err212 = {instancePath:instancePath+"/engines",schemaPath:"#/properties/engines/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
if(data.protect !== undefined){
let data121 = data.protect;
if(Array.isArray(data121)){
const len16 = data121.length;
for(let i16=0; i16<len16; i16++){
if(typeof data121[i16] !== "string"){
const err213 = {instancePath:instancePath+"/protect/" + i16,schemaPath:"#/properties/protect/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
}
}
else {
const err214 = {instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
}
else {
const err215 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

export const federatedObject = validate12;
const schema13 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-federated-object.schema.json","type":"object","required":["apiVersion","kind","spec"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{},"spec":{"type":"object","additionalProperties":false,"properties":{"template":{"type":"object"},"placement":{"type":["object","null"],"additionalProperties":false,"properties":{"clusters":{"type":["array","null"],"items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"}}}},"clusterSelector":{"type":["object","null"],"additionalProperties":false,"properties":{"matchLabels":{"type":["object","null"],"additionalProperties":{"type":"string"}},"matchExpressions":{"type":["array","null"],"items":{"type":"object","required":["key","operator"],"additionalProperties":false,"properties":{"key":{"type":"string"},"operator":{"type":"string"},"values":{"type":["array","null"],"items":{"type":"string"}}}}}}}}},"overrides":{"type":["array","null"],"items":{"type":"object","additionalProperties":false,"properties":{"clusterName":{"type":"string"},"clusterOverrides":{"type":["array","null"],"items":{"type":"object","required":["path"],"additionalProperties":false,"properties":{"path":{"type":"string"},"op":{"type":"string","enum":["add","remove","replace",""]},"value":{}}}}}}},"retainReplicas":{"type":"boolean"}}},"status":{}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-federated-object.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.spec === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if(typeof data.apiVersion !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if(typeof data.kind !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.spec !== undefined){
let data2 = data.spec;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((((key1 === "template") || (key1 === "placement")) || (key1 === "overrides")) || (key1 === "retainReplicas"))){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data2.template !== undefined){
let data3 = data2.template;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
const err7 = {instancePath:instancePath+"/spec/template",schemaPath:"#/properties/spec/properties/template/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data2.placement !== undefined){
let data4 = data2.placement;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
const err8 = {instancePath:instancePath+"/spec/placement",schemaPath:"#/properties/spec/properties/placement/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.type}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key2 in data4){
if(!((key2 === "clusters") || (key2 === "clusterSelector"))){
const err9 = {instancePath:instancePath+"/spec/placement",schemaPath:"#/properties/spec/properties/placement/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data4.clusters !== undefined){
let data5 = data4.clusters;
if((!(Array.isArray(data5))) && (data5 !== null)){
const err10 = {instancePath:instancePath+"/spec/placement/clusters",schemaPath:"#/properties/spec/properties/placement/properties/clusters/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.properties.clusters.type}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(Array.isArray(data5)){
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.name === undefined){
const err11 = {instancePath:instancePath+"/spec/placement/clusters/" + i0,schemaPath:"#/properties/spec/properties/placement/properties/clusters/items/required",keyword:"required",params:{missingProperty: "name"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
for(const key3 in data6){
if(!(key3 === "name")){
const err12 = {instancePath:instancePath+"/spec/placement/clusters/" + i0,schemaPath:"#/properties/spec/properties/placement/properties/clusters/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data6.name !== undefined){
if(typeof data6.name !== "string"){
const err13 = {instancePath:instancePath+"/spec/placement/clusters/" + i0+"/name",schemaPath:"#/properties/spec/properties/placement/properties/clusters/items/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/spec/placement/clusters/" + i0,schemaPath:"#/properties/spec/properties/placement/properties/clusters/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
}
if(data4.clusterSelector !== undefined){
let data8 = data4.clusterSelector;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
const err15 = {instancePath:instancePath+"/spec/placement/clusterSelector",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.properties.clusterSelector.type}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key4 in data8){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
const err16 = {instancePath:instancePath+"/spec/placement/clusterSelector",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data8.matchLabels !== undefined){
let data9 = data8.matchLabels;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
const err17 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchLabels",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchLabels/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.properties.clusterSelector.properties.matchLabels.type}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key5 in data9){
if(typeof data9[key5] !== "string"){
const err18 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchLabels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchLabels/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
if(data8.matchExpressions !== undefined){
let data11 = data8.matchExpressions;
if((!(Array.isArray(data11))) && (data11 !== null)){
const err19 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.properties.clusterSelector.properties.matchExpressions.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.key === undefined){
const err20 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "key"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data12.operator === undefined){
const err21 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/required",keyword:"required",params:{missingProperty: "operator"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
for(const key6 in data12){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
const err22 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data12.key !== undefined){
if(typeof data12.key !== "string"){
const err23 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1+"/key",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data12.operator !== undefined){
if(typeof data12.operator !== "string"){
const err24 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1+"/operator",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/operator/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data12.values !== undefined){
let data15 = data12.values;
if((!(Array.isArray(data15))) && (data15 !== null)){
const err25 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1+"/values",schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/values/type",keyword:"type",params:{type: schema13.properties.spec.properties.placement.properties.clusterSelector.properties.matchExpressions.items.properties.values.type}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
if(typeof data15[i2] !== "string"){
const err26 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1+"/values/" + i2,schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/properties/values/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/placement/clusterSelector/matchExpressions/" + i1,schemaPath:"#/properties/spec/properties/placement/properties/clusterSelector/properties/matchExpressions/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
}
}
}
if(data2.overrides !== undefined){
let data17 = data2.overrides;
if((!(Array.isArray(data17))) && (data17 !== null)){
const err28 = {instancePath:instancePath+"/spec/overrides",schemaPath:"#/properties/spec/properties/overrides/type",keyword:"type",params:{type: schema13.properties.spec.properties.overrides.type}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(Array.isArray(data17)){
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key7 in data18){
if(!((key7 === "clusterName") || (key7 === "clusterOverrides"))){
const err29 = {instancePath:instancePath+"/spec/overrides/" + i3,schemaPath:"#/properties/spec/properties/overrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data18.clusterName !== undefined){
if(typeof data18.clusterName !== "string"){
const err30 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterName",schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data18.clusterOverrides !== undefined){
let data20 = data18.clusterOverrides;
if((!(Array.isArray(data20))) && (data20 !== null)){
const err31 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides",schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/type",keyword:"type",params:{type: schema13.properties.spec.properties.overrides.items.properties.clusterOverrides.type}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(Array.isArray(data20)){
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
let data21 = data20[i4];
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.path === undefined){
const err32 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4,schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
for(const key8 in data21){
if(!(((key8 === "path") || (key8 === "op")) || (key8 === "value"))){
const err33 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4,schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data21.path !== undefined){
if(typeof data21.path !== "string"){
const err34 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4+"/path",schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/properties/path/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data21.op !== undefined){
let data23 = data21.op;
if(typeof data23 !== "string"){
const err35 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4+"/op",schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/properties/op/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(!((((data23 === "add") || (data23 === "remove")) || (data23 === "replace")) || (data23 === ""))){
const err36 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4+"/op",schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/properties/op/enum",keyword:"enum",params:{allowedValues: schema13.properties.spec.properties.overrides.items.properties.clusterOverrides.items.properties.op.enum}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/spec/overrides/" + i3+"/clusterOverrides/" + i4,schemaPath:"#/properties/spec/properties/overrides/items/properties/clusterOverrides/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/spec/overrides/" + i3,schemaPath:"#/properties/spec/properties/overrides/items/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
if(data2.retainReplicas !== undefined){
if(typeof data2.retainReplicas !== "boolean"){
const err39 = {instancePath:instancePath+"/spec/retainReplicas",schemaPath:"#/properties/spec/properties/retainReplicas/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

export const federatedTypeConfig = validate13;
const schema14 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-federated-type-config.schema.json","type":"object","required":["apiVersion","kind","spec"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{},"spec":{"type":"object","required":["federatedType","propagation","targetType"],"additionalProperties":false,"properties":{"targetType":{"type":"object","required":["version","kind","scope"],"additionalProperties":false,"properties":{"group":{"type":"string"},"version":{"type":"string"},"kind":{"type":"string"},"pluralName":{"type":"string"},"scope":{"type":"string","enum":["Cluster","Namespaced"]}}},"federatedType":{"type":"object","required":["version","kind","scope"],"additionalProperties":false,"properties":{"group":{"type":"string"},"version":{"type":"string"},"kind":{"type":"string"},"pluralName":{"type":"string"},"scope":{"type":"string","enum":["Cluster","Namespaced"]}}},"statusType":{"type":"object","required":["version","kind","scope"],"additionalProperties":false,"properties":{"group":{"type":"string"},"version":{"type":"string"},"kind":{"type":"string"},"pluralName":{"type":"string"},"scope":{"type":"string","enum":["Cluster","Namespaced"]}}},"propagation":{"type":"string","enum":["Enabled","Disabled"]},"statusCollection":{"type":"string","enum":["Enabled","Disabled"]}}},"status":{}}};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-federated-type-config.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.spec === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if(typeof data.apiVersion !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if(typeof data.kind !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.spec !== undefined){
let data2 = data.spec;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.federatedType === undefined){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "federatedType"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.propagation === undefined){
const err7 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "propagation"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.targetType === undefined){
const err8 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "targetType"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "targetType") || (key1 === "federatedType")) || (key1 === "statusType")) || (key1 === "propagation")) || (key1 === "statusCollection"))){
const err9 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data2.targetType !== undefined){
let data3 = data2.targetType;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.version === undefined){
const err10 = {instancePath:instancePath+"/spec/targetType",schemaPath:"#/properties/spec/properties/targetType/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.kind === undefined){
const err11 = {instancePath:instancePath+"/spec/targetType",schemaPath:"#/properties/spec/properties/targetType/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3.scope === undefined){
const err12 = {instancePath:instancePath+"/spec/targetType",schemaPath:"#/properties/spec/properties/targetType/required",keyword:"required",params:{missingProperty: "scope"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
for(const key2 in data3){
if(!(((((key2 === "group") || (key2 === "version")) || (key2 === "kind")) || (key2 === "pluralName")) || (key2 === "scope"))){
const err13 = {instancePath:instancePath+"/spec/targetType",schemaPath:"#/properties/spec/properties/targetType/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data3.group !== undefined){
if(typeof data3.group !== "string"){
const err14 = {instancePath:instancePath+"/spec/targetType/group",schemaPath:"#/properties/spec/properties/targetType/properties/group/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.version !== undefined){
if(typeof data3.version !== "string"){
const err15 = {instancePath:instancePath+"/spec/targetType/version",schemaPath:"#/properties/spec/properties/targetType/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data3.kind !== undefined){
if(typeof data3.kind !== "string"){
const err16 = {instancePath:instancePath+"/spec/targetType/kind",schemaPath:"#/properties/spec/properties/targetType/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data3.pluralName !== undefined){
if(typeof data3.pluralName !== "string"){
const err17 = {instancePath:instancePath+"/spec/targetType/pluralName",schemaPath:"#/properties/spec/properties/targetType/properties/pluralName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data3.scope !== undefined){
let data8 = data3.scope;
if(typeof data8 !== "string"){
const err18 = {instancePath:instancePath+"/spec/targetType/scope",schemaPath:"#/properties/spec/properties/targetType/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data8 === "Cluster") || (data8 === "Namespaced"))){
const err19 = {instancePath:instancePath+"/spec/targetType/scope",schemaPath:"#/properties/spec/properties/targetType/properties/scope/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.targetType.properties.scope.enum}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/spec/targetType",schemaPath:"#/properties/spec/properties/targetType/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data2.federatedType !== undefined){
let data9 = data2.federatedType;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.version === undefined){
const err21 = {instancePath:instancePath+"/spec/federatedType",schemaPath:"#/properties/spec/properties/federatedType/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data9.kind === undefined){
const err22 = {instancePath:instancePath+"/spec/federatedType",schemaPath:"#/properties/spec/properties/federatedType/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9.scope === undefined){
const err23 = {instancePath:instancePath+"/spec/federatedType",schemaPath:"#/properties/spec/properties/federatedType/required",keyword:"required",params:{missingProperty: "scope"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
for(const key3 in data9){
if(!(((((key3 === "group") || (key3 === "version")) || (key3 === "kind")) || (key3 === "pluralName")) || (key3 === "scope"))){
const err24 = {instancePath:instancePath+"/spec/federatedType",schemaPath:"#/properties/spec/properties/federatedType/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data9.group !== undefined){
if(typeof data9.group !== "string"){
const err25 = {instancePath:instancePath+"/spec/federatedType/group",schemaPath:"#/properties/spec/properties/federatedType/properties/group/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data9.version !== undefined){
if(typeof data9.version !== "string"){
const err26 = {instancePath:instancePath+"/spec/federatedType/version",schemaPath:"#/properties/spec/properties/federatedType/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data9.kind !== undefined){
if(typeof data9.kind !== "string"){
const err27 = {instancePath:instancePath+"/spec/federatedType/kind",schemaPath:"#/properties/spec/properties/federatedType/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data9.pluralName !== undefined){
if(typeof data9.pluralName !== "string"){
const err28 = {instancePath:instancePath+"/spec/federatedType/pluralName",schemaPath:"#/properties/spec/properties/federatedType/properties/pluralName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data9.scope !== undefined){
let data14 = data9.scope;
if(typeof data14 !== "string"){
const err29 = {instancePath:instancePath+"/spec/federatedType/scope",schemaPath:"#/properties/spec/properties/federatedType/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((data14 === "Cluster") || (data14 === "Namespaced"))){
const err30 = {instancePath:instancePath+"/spec/federatedType/scope",schemaPath:"#/properties/spec/properties/federatedType/properties/scope/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.federatedType.properties.scope.enum}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/spec/federatedType",schemaPath:"#/properties/spec/properties/federatedType/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data2.statusType !== undefined){
let data15 = data2.statusType;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.version === undefined){
const err32 = {instancePath:instancePath+"/spec/statusType",schemaPath:"#/properties/spec/properties/statusType/required",keyword:"required",params:{missingProperty: "version"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data15.kind === undefined){
const err33 = {instancePath:instancePath+"/spec/statusType",schemaPath:"#/properties/spec/properties/statusType/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data15.scope === undefined){
const err34 = {instancePath:instancePath+"/spec/statusType",schemaPath:"#/properties/spec/properties/statusType/required",keyword:"required",params:{missingProperty: "scope"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
for(const key4 in data15){
if(!(((((key4 === "group") || (key4 === "version")) || (key4 === "kind")) || (key4 === "pluralName")) || (key4 === "scope"))){
const err35 = {instancePath:instancePath+"/spec/statusType",schemaPath:"#/properties/spec/properties/statusType/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.group !== undefined){
if(typeof data15.group !== "string"){
const err36 = {instancePath:instancePath+"/spec/statusType/group",schemaPath:"#/properties/spec/properties/statusType/properties/group/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data15.version !== undefined){
if(typeof data15.version !== "string"){
const err37 = {instancePath:instancePath+"/spec/statusType/version",schemaPath:"#/properties/spec/properties/statusType/properties/version/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data15.kind !== undefined){
if(typeof data15.kind !== "string"){
const err38 = {instancePath:instancePath+"/spec/statusType/kind",schemaPath:"#/properties/spec/properties/statusType/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.pluralName !== undefined){
if(typeof data15.pluralName !== "string"){
const err39 = {instancePath:instancePath+"/spec/statusType/pluralName",schemaPath:"#/properties/spec/properties/statusType/properties/pluralName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data15.scope !== undefined){
let data20 = data15.scope;
if(typeof data20 !== "string"){
const err40 = {instancePath:instancePath+"/spec/statusType/scope",schemaPath:"#/properties/spec/properties/statusType/properties/scope/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(!((data20 === "Cluster") || (data20 === "Namespaced"))){
const err41 = {instancePath:instancePath+"/spec/statusType/scope",schemaPath:"#/properties/spec/properties/statusType/properties/scope/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.statusType.properties.scope.enum}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/spec/statusType",schemaPath:"#/properties/spec/properties/statusType/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data2.propagation !== undefined){
let data21 = data2.propagation;
if(typeof data21 !== "string"){
const err43 = {instancePath:instancePath+"/spec/propagation",schemaPath:"#/properties/spec/properties/propagation/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(!((data21 === "Enabled") || (data21 === "Disabled"))){
const err44 = {instancePath:instancePath+"/spec/propagation",schemaPath:"#/properties/spec/properties/propagation/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.propagation.enum}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data2.statusCollection !== undefined){
let data22 = data2.statusCollection;
if(typeof data22 !== "string"){
const err45 = {instancePath:instancePath+"/spec/statusCollection",schemaPath:"#/properties/spec/properties/statusCollection/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!((data22 === "Enabled") || (data22 === "Disabled"))){
const err46 = {instancePath:instancePath+"/spec/statusCollection",schemaPath:"#/properties/spec/properties/statusCollection/enum",keyword:"enum",params:{allowedValues: schema14.properties.spec.properties.statusCollection.enum}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
else {
const err48 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
validate13.errors = vErrors;
return errors === 0;
}

export const replicaSchedulingPreference = validate14;
const schema15 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-replica-scheduling-preference.schema.json","type":"object","required":["apiVersion","kind","spec"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{},"spec":{"type":"object","required":["targetKind","totalReplicas"],"additionalProperties":false,"properties":{"targetKind":{"type":"string","enum":["FederatedDeployment","FederatedReplicaSet"]},"totalReplicas":{"type":"integer","format":"int32","minimum":-2147483648,"maximum":2147483647},"rebalance":{"type":"boolean"},"intersectWithClusterSelector":{"type":"boolean"},"clusters":{"type":["object","null"],"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"minReplicas":{"type":"integer","format":"int64","minimum":-9223372036854776000,"maximum":9223372036854776000},"maxReplicas":{"type":"integer","format":"int64","minimum":-9223372036854776000,"maximum":9223372036854776000},"weight":{"type":"integer","format":"int64","minimum":-9223372036854776000,"maximum":9223372036854776000}}}}}},"status":{}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-replica-scheduling-preference.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.apiVersion === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "apiVersion"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.spec === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "spec"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.apiVersion !== undefined){
if(typeof data.apiVersion !== "string"){
const err4 = {instancePath:instancePath+"/apiVersion",schemaPath:"#/properties/apiVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.kind !== undefined){
if(typeof data.kind !== "string"){
const err5 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.spec !== undefined){
let data2 = data.spec;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.targetKind === undefined){
const err6 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "targetKind"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.totalReplicas === undefined){
const err7 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/required",keyword:"required",params:{missingProperty: "totalReplicas"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!(((((key1 === "targetKind") || (key1 === "totalReplicas")) || (key1 === "rebalance")) || (key1 === "intersectWithClusterSelector")) || (key1 === "clusters"))){
const err8 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.targetKind !== undefined){
let data3 = data2.targetKind;
if(typeof data3 !== "string"){
const err9 = {instancePath:instancePath+"/spec/targetKind",schemaPath:"#/properties/spec/properties/targetKind/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!((data3 === "FederatedDeployment") || (data3 === "FederatedReplicaSet"))){
const err10 = {instancePath:instancePath+"/spec/targetKind",schemaPath:"#/properties/spec/properties/targetKind/enum",keyword:"enum",params:{allowedValues: schema15.properties.spec.properties.targetKind.enum}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.totalReplicas !== undefined){
let data4 = data2.totalReplicas;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/spec/totalReplicas",schemaPath:"#/properties/spec/properties/totalReplicas/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/spec/totalReplicas",schemaPath:"#/properties/spec/properties/totalReplicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2147483647}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < -2147483648 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/spec/totalReplicas",schemaPath:"#/properties/spec/properties/totalReplicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: -2147483648}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data2.rebalance !== undefined){
if(typeof data2.rebalance !== "boolean"){
const err14 = {instancePath:instancePath+"/spec/rebalance",schemaPath:"#/properties/spec/properties/rebalance/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data2.intersectWithClusterSelector !== undefined){
if(typeof data2.intersectWithClusterSelector !== "boolean"){
const err15 = {instancePath:instancePath+"/spec/intersectWithClusterSelector",schemaPath:"#/properties/spec/properties/intersectWithClusterSelector/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data2.clusters !== undefined){
let data7 = data2.clusters;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
const err16 = {instancePath:instancePath+"/spec/clusters",schemaPath:"#/properties/spec/properties/clusters/type",keyword:"type",params:{type: schema15.properties.spec.properties.clusters.type}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!(((key3 === "minReplicas") || (key3 === "maxReplicas")) || (key3 === "weight"))){
const err17 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/clusters/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data8.minReplicas !== undefined){
let data9 = data8.minReplicas;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err18 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/minReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/minReplicas/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9223372036854776000 || isNaN(data9)){
const err19 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/minReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/minReplicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data9 < -9223372036854776000 || isNaN(data9)){
const err20 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/minReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/minReplicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9223372036854776000}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data8.maxReplicas !== undefined){
let data10 = data8.maxReplicas;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err21 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/maxReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/maxReplicas/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9223372036854776000 || isNaN(data10)){
const err22 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/maxReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/maxReplicas/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data10 < -9223372036854776000 || isNaN(data10)){
const err23 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/maxReplicas",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/maxReplicas/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9223372036854776000}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
if(data8.weight !== undefined){
let data11 = data8.weight;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err24 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/weight",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/weight/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9223372036854776000 || isNaN(data11)){
const err25 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/weight",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/weight/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9223372036854776000}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(data11 < -9223372036854776000 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/weight",schemaPath:"#/properties/spec/properties/clusters/additionalProperties/properties/weight/minimum",keyword:"minimum",params:{comparison: ">=", limit: -9223372036854776000}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/spec/clusters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/spec/properties/clusters/additionalProperties/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
}
}
else {
const err28 = {instancePath:instancePath+"/spec",schemaPath:"#/properties/spec/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}
