// @ts-nocheck
// Generated from schemas/ by scripts/generate-validators.mjs (npm run generate). Do not edit.
export const clusterInventory = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fedc-cluster-inventory.schema.json","type":"object","required":["apiVersion","kind","clusters"],"additionalProperties":false,"properties":{"apiVersion":{"type":"string","enum":["fedc/v1alpha1"]},"kind":{"type":"string","enum":["ClusterInventory"]},"metadata":{},"clusters":{"type":"array","items":{"type":"object","required":["name"],"additionalProperties":false,"properties":{"name":{"type":"string"},"labels":{"type":["object","null"],"additionalProperties":{"type":"string"}},"names":{"type":["object","null"],"additionalProperties":false,"properties":{"argocd":{"type":"string"},"fleet":{"type":"string"},"ocm":{"type":"string"},"context":{"type":"string"}}},"server":{"type":"string"},"provider":{"type":"string"},"region":{"type":"string"},"zones":{"type":["array","null"],"items":{"type":"string"}},"kubeVersion":{"type":"string"},"taints":{"type":["array","null"],"items":{"type":"object","required":["key","effect"],"additionalProperties":false,"properties":{"key":{"type":"string"},"value":{"type":"string"},"effect":{"type":"string","enum":["NoSchedule","PreferNoSchedule","NoExecute","NoSelect","PreferNoSelect","NoSelectIfNew"]}}}},"annotations":{"type":["object","null"],"additionalProperties":{"type":"string"}},"decides":{"type":["array","null"],"items":{"type":"string"}}}}}}};
const func2 = Object.prototype.hasOwnProperty;

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-cluster-inventory.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.clusters === undefined) && (missing0 = "clusters"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "clusters"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
const _errs2 = errors;
if(typeof data0 !== "string"){
return false;
}
if(!(data0 === "fedc/v1alpha1")){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data1 = data.kind;
const _errs4 = errors;
if(typeof data1 !== "string"){
return false;
}
if(!(data1 === "ClusterInventory")){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clusters !== undefined){
let data2 = data.clusters;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs8 = errors;
if(errors === _errs8){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if((data3.name === undefined) && (missing1 = "name")){
return false;
}
else {
const _errs10 = errors;
for(const key1 in data3){
if(!(func2.call(schema11.properties.clusters.items.properties, key1))){
return false;
break;
}
}
if(_errs10 === errors){
if(data3.name !== undefined){
const _errs11 = errors;
if(typeof data3.name !== "string"){
return false;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.labels !== undefined){
let data5 = data3.labels;
const _errs13 = errors;
if((!(data5 && typeof data5 == "object" && !Array.isArray(data5))) && (data5 !== null)){
return false;
}
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
const _errs16 = errors;
if(typeof data5[key2] !== "string"){
return false;
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.names !== undefined){
let data7 = data3.names;
const _errs18 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
return false;
}
if(errors === _errs18){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
const _errs20 = errors;
for(const key3 in data7){
if(!((((key3 === "argocd") || (key3 === "fleet")) || (key3 === "ocm")) || (key3 === "context"))){
return false;
break;
}
}
if(_errs20 === errors){
if(data7.argocd !== undefined){
const _errs21 = errors;
if(typeof data7.argocd !== "string"){
return false;
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.fleet !== undefined){
const _errs23 = errors;
if(typeof data7.fleet !== "string"){
return false;
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.ocm !== undefined){
const _errs25 = errors;
if(typeof data7.ocm !== "string"){
return false;
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data7.context !== undefined){
const _errs27 = errors;
if(typeof data7.context !== "string"){
return false;
}
var valid4 = _errs27 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.server !== undefined){
const _errs29 = errors;
if(typeof data3.server !== "string"){
return false;
}
var valid2 = _errs29 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.provider !== undefined){
const _errs31 = errors;
if(typeof data3.provider !== "string"){
return false;
}
var valid2 = _errs31 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.region !== undefined){
const _errs33 = errors;
if(typeof data3.region !== "string"){
return false;
}
var valid2 = _errs33 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.zones !== undefined){
let data15 = data3.zones;
const _errs35 = errors;
if((!(Array.isArray(data15))) && (data15 !== null)){
return false;
}
if(errors === _errs35){
if(Array.isArray(data15)){
var valid5 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs37 = errors;
if(typeof data15[i1] !== "string"){
return false;
}
var valid5 = _errs37 === errors;
if(!valid5){
break;
}
}
}
}
var valid2 = _errs35 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.kubeVersion !== undefined){
const _errs39 = errors;
if(typeof data3.kubeVersion !== "string"){
return false;
}
var valid2 = _errs39 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.taints !== undefined){
let data18 = data3.taints;
const _errs41 = errors;
if((!(Array.isArray(data18))) && (data18 !== null)){
return false;
}
if(errors === _errs41){
if(Array.isArray(data18)){
var valid6 = true;
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
let data19 = data18[i2];
const _errs43 = errors;
if(errors === _errs43){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
let missing2;
if(((data19.key === undefined) && (missing2 = "key")) || ((data19.effect === undefined) && (missing2 = "effect"))){
return false;
}
else {
const _errs45 = errors;
for(const key4 in data19){
if(!(((key4 === "key") || (key4 === "value")) || (key4 === "effect"))){
return false;
break;
}
}
if(_errs45 === errors){
if(data19.key !== undefined){
const _errs46 = errors;
if(typeof data19.key !== "string"){
return false;
}
var valid7 = _errs46 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.value !== undefined){
const _errs48 = errors;
if(typeof data19.value !== "string"){
return false;
}
var valid7 = _errs48 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.effect !== undefined){
let data22 = data19.effect;
const _errs50 = errors;
if(typeof data22 !== "string"){
return false;
}
if(!((((((data22 === "NoSchedule") || (data22 === "PreferNoSchedule")) || (data22 === "NoExecute")) || (data22 === "NoSelect")) || (data22 === "PreferNoSelect")) || (data22 === "NoSelectIfNew"))){
return false;
}
var valid7 = _errs50 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid6 = _errs43 === errors;
if(!valid6){
break;
}
}
}
}
var valid2 = _errs41 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.annotations !== undefined){
let data23 = data3.annotations;
const _errs52 = errors;
if((!(data23 && typeof data23 == "object" && !Array.isArray(data23))) && (data23 !== null)){
return false;
}
if(errors === _errs52){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key5 in data23){
const _errs55 = errors;
if(typeof data23[key5] !== "string"){
return false;
}
var valid8 = _errs55 === errors;
if(!valid8){
break;
}
}
}
}
var valid2 = _errs52 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.decides !== undefined){
let data25 = data3.decides;
const _errs57 = errors;
if((!(Array.isArray(data25))) && (data25 !== null)){
return false;
}
if(errors === _errs57){
if(Array.isArray(data25)){
var valid9 = true;
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
const _errs59 = errors;
if(typeof data25[i3] !== "string"){
return false;
}
var valid9 = _errs59 === errors;
if(!valid9){
break;
}
}
}
}
var valid2 = _errs57 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
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
return false;
}
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
let data0 = data.apiVersion;
const _errs2 = errors;
if(typeof data0 !== "string"){
return false;
}
if(!(data0 === "fedc/v1alpha1")){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data1 = data.kind;
const _errs4 = errors;
if(typeof data1 !== "string"){
return false;
}
if(!(data1 === "Config")){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
let data2 = data.mode;
const _errs6 = errors;
if(typeof data2 !== "string"){
return false;
}
if(!((data2 === "gitops") || (data2 === "kubefed"))){
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sources !== undefined){
let data3 = data.sources;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs10 = errors;
if(typeof data3[i0] !== "string"){
return false;
}
var valid1 = _errs10 === errors;
if(!valid1){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclude !== undefined){
let data5 = data.exclude;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid2 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
const _errs14 = errors;
if(typeof data5[i1] !== "string"){
return false;
}
var valid2 = _errs14 === errors;
if(!valid2){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inventory !== undefined){
let data7 = data.inventory;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
var valid3 = true;
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
const _errs18 = errors;
if(typeof data7[i2] !== "string"){
return false;
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.out !== undefined){
const _errs20 = errors;
if(typeof data.out !== "string"){
return false;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.layout !== undefined){
let data10 = data.layout;
const _errs22 = errors;
if(typeof data10 !== "string"){
return false;
}
if(!((data10 === "by-namespace") || (data10 === "by-app"))){
return false;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.defaultNamespace !== undefined){
const _errs24 = errors;
if(typeof data.defaultNamespace !== "string"){
return false;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kubefed !== undefined){
let data12 = data.kubefed;
const _errs26 = errors;
if(errors === _errs26){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
const _errs28 = errors;
for(const key1 in data12){
if(!(key1 === "namespace")){
return false;
break;
}
}
if(_errs28 === errors){
if(data12.namespace !== undefined){
if(typeof data12.namespace !== "string"){
return false;
}
}
}
}
else {
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.types !== undefined){
let data14 = data.types;
const _errs31 = errors;
if(errors === _errs31){
if(Array.isArray(data14)){
var valid5 = true;
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
const _errs33 = errors;
if(errors === _errs33){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing0;
if((((data15.federated === undefined) && (missing0 = "federated")) || ((data15.target === undefined) && (missing0 = "target"))) || ((data15.scope === undefined) && (missing0 = "scope"))){
return false;
}
else {
const _errs35 = errors;
for(const key2 in data15){
if(!(((key2 === "federated") || (key2 === "target")) || (key2 === "scope"))){
return false;
break;
}
}
if(_errs35 === errors){
if(data15.federated !== undefined){
let data16 = data15.federated;
const _errs36 = errors;
if(errors === _errs36){
if(typeof data16 === "string"){
if(!pattern0.test(data16)){
return false;
}
}
else {
return false;
}
}
var valid6 = _errs36 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.target !== undefined){
let data17 = data15.target;
const _errs38 = errors;
if(errors === _errs38){
if(typeof data17 === "string"){
if(!pattern1.test(data17)){
return false;
}
}
else {
return false;
}
}
var valid6 = _errs38 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data15.scope !== undefined){
let data18 = data15.scope;
const _errs40 = errors;
if(typeof data18 !== "string"){
return false;
}
if(!((data18 === "Namespaced") || (data18 === "Cluster"))){
return false;
}
var valid6 = _errs40 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid5 = _errs33 === errors;
if(!valid5){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.compatibility !== undefined){
let data19 = data.compatibility;
const _errs42 = errors;
if(errors === _errs42){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
const _errs44 = errors;
for(const key3 in data19){
if(!(func2.call(schema12.properties.compatibility.properties, key3))){
return false;
break;
}
}
if(_errs44 === errors){
if(data19.namespaces !== undefined){
let data20 = data19.namespaces;
const _errs45 = errors;
if(typeof data20 !== "string"){
return false;
}
if(!((data20 === "narrow") || (data20 === "require"))){
return false;
}
var valid7 = _errs45 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.kubefedConfig !== undefined){
let data21 = data19.kubefedConfig;
const _errs47 = errors;
if(typeof data21 !== "string"){
return false;
}
if(!((data21 === "ignore") || (data21 === "obey"))){
return false;
}
var valid7 = _errs47 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.replicaCandidates !== undefined){
let data22 = data19.replicaCandidates;
const _errs49 = errors;
if(typeof data22 !== "string"){
return false;
}
if(!((data22 === "placed") || (data22 === "all"))){
return false;
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.templateAnnotations !== undefined){
let data23 = data19.templateAnnotations;
const _errs51 = errors;
if(typeof data23 !== "string"){
return false;
}
if(!((data23 === "keep") || (data23 === "drop"))){
return false;
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.templateFinalizers !== undefined){
let data24 = data19.templateFinalizers;
const _errs53 = errors;
if(typeof data24 !== "string"){
return false;
}
if(!((data24 === "drop") || (data24 === "keep"))){
return false;
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.managedLabel !== undefined){
let data25 = data19.managedLabel;
const _errs55 = errors;
if(typeof data25 !== "string"){
return false;
}
if(!((data25 === "omit") || (data25 === "add"))){
return false;
}
var valid7 = _errs55 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.serverFields !== undefined){
let data26 = data19.serverFields;
const _errs57 = errors;
if(typeof data26 !== "string"){
return false;
}
if(!((data26 === "drop") || (data26 === "keep"))){
return false;
}
var valid7 = _errs57 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.unknownCluster !== undefined){
let data27 = data19.unknownCluster;
const _errs59 = errors;
if(typeof data27 !== "string"){
return false;
}
if(!((data27 === "error") || (data27 === "warn"))){
return false;
}
var valid7 = _errs59 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.noCluster !== undefined){
let data28 = data19.noCluster;
const _errs61 = errors;
if(typeof data28 !== "string"){
return false;
}
if(!((data28 === "error") || (data28 === "warn"))){
return false;
}
var valid7 = _errs61 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.overrideNumbers !== undefined){
let data29 = data19.overrideNumbers;
const _errs63 = errors;
if(typeof data29 !== "string"){
return false;
}
if(!((data29 === "exact") || (data29 === "float64"))){
return false;
}
var valid7 = _errs63 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.misplacedPlacement !== undefined){
let data30 = data19.misplacedPlacement;
const _errs65 = errors;
if(typeof data30 !== "string"){
return false;
}
if(!((data30 === "error") || (data30 === "ignore"))){
return false;
}
var valid7 = _errs65 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.oldShapes !== undefined){
let data31 = data19.oldShapes;
const _errs67 = errors;
if(typeof data31 !== "string"){
return false;
}
if(!((data31 === "accept") || (data31 === "refuse"))){
return false;
}
var valid7 = _errs67 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data19.disabledType !== undefined){
let data32 = data19.disabledType;
const _errs69 = errors;
if(typeof data32 !== "string"){
return false;
}
if(!(((data32 === "error") || (data32 === "omit")) || (data32 === "write"))){
return false;
}
var valid7 = _errs69 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
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
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plainObjects !== undefined){
let data33 = data.plainObjects;
const _errs71 = errors;
if((typeof data33 !== "string") && (!(Array.isArray(data33)))){
return false;
}
const _errs73 = errors;
let valid8 = true;
const _errs74 = errors;
if(typeof data33 !== "string"){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
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
return false;
}
var _valid0 = _errs76 === errors;
valid8 = _valid0;
}
if(!valid8){
const err1 = {instancePath:instancePath+"/plainObjects",schemaPath:"#/properties/plainObjects/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
}
if(errors === _errs71){
if(Array.isArray(data33)){
var valid9 = true;
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
let data34 = data33[i4];
const _errs77 = errors;
if(errors === _errs77){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing1;
if(((data34.files === undefined) && (missing1 = "files")) || ((data34.placement === undefined) && (missing1 = "placement"))){
return false;
}
else {
const _errs79 = errors;
for(const key4 in data34){
if(!((key4 === "files") || (key4 === "placement"))){
return false;
break;
}
}
if(_errs79 === errors){
if(data34.files !== undefined){
let data35 = data34.files;
const _errs80 = errors;
if(errors === _errs80){
if(Array.isArray(data35)){
var valid11 = true;
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
const _errs82 = errors;
if(typeof data35[i5] !== "string"){
return false;
}
var valid11 = _errs82 === errors;
if(!valid11){
break;
}
}
}
else {
return false;
}
}
var valid10 = _errs80 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data34.placement !== undefined){
let data37 = data34.placement;
const _errs84 = errors;
if((!(data37 && typeof data37 == "object" && !Array.isArray(data37))) && (data37 !== null)){
return false;
}
if(errors === _errs84){
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
const _errs86 = errors;
for(const key5 in data37){
if(!((key5 === "clusters") || (key5 === "clusterSelector"))){
return false;
break;
}
}
if(_errs86 === errors){
if(data37.clusters !== undefined){
let data38 = data37.clusters;
const _errs87 = errors;
if((!(Array.isArray(data38))) && (data38 !== null)){
return false;
}
if(errors === _errs87){
if(Array.isArray(data38)){
var valid13 = true;
const len6 = data38.length;
for(let i6=0; i6<len6; i6++){
let data39 = data38[i6];
const _errs89 = errors;
if(errors === _errs89){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing2;
if((data39.name === undefined) && (missing2 = "name")){
return false;
}
else {
const _errs91 = errors;
for(const key6 in data39){
if(!(key6 === "name")){
return false;
break;
}
}
if(_errs91 === errors){
if(data39.name !== undefined){
if(typeof data39.name !== "string"){
return false;
}
}
}
}
}
else {
return false;
}
}
var valid13 = _errs89 === errors;
if(!valid13){
break;
}
}
}
}
var valid12 = _errs87 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data37.clusterSelector !== undefined){
let data41 = data37.clusterSelector;
const _errs94 = errors;
if((!(data41 && typeof data41 == "object" && !Array.isArray(data41))) && (data41 !== null)){
return false;
}
if(errors === _errs94){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
const _errs96 = errors;
for(const key7 in data41){
if(!((key7 === "matchLabels") || (key7 === "matchExpressions"))){
return false;
break;
}
}
if(_errs96 === errors){
if(data41.matchLabels !== undefined){
let data42 = data41.matchLabels;
const _errs97 = errors;
if((!(data42 && typeof data42 == "object" && !Array.isArray(data42))) && (data42 !== null)){
return false;
}
if(errors === _errs97){
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key8 in data42){
const _errs100 = errors;
if(typeof data42[key8] !== "string"){
return false;
}
var valid16 = _errs100 === errors;
if(!valid16){
break;
}
}
}
}
var valid15 = _errs97 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data41.matchExpressions !== undefined){
let data44 = data41.matchExpressions;
const _errs102 = errors;
if((!(Array.isArray(data44))) && (data44 !== null)){
return false;
}
if(errors === _errs102){
if(Array.isArray(data44)){
var valid17 = true;
const len7 = data44.length;
for(let i7=0; i7<len7; i7++){
let data45 = data44[i7];
const _errs104 = errors;
if(errors === _errs104){
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
let missing3;
if(((data45.key === undefined) && (missing3 = "key")) || ((data45.operator === undefined) && (missing3 = "operator"))){
return false;
}
else {
const _errs106 = errors;
for(const key9 in data45){
if(!(((key9 === "key") || (key9 === "operator")) || (key9 === "values"))){
return false;
break;
}
}
if(_errs106 === errors){
if(data45.key !== undefined){
const _errs107 = errors;
if(typeof data45.key !== "string"){
return false;
}
var valid18 = _errs107 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data45.operator !== undefined){
const _errs109 = errors;
if(typeof data45.operator !== "string"){
return false;
}
var valid18 = _errs109 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data45.values !== undefined){
let data48 = data45.values;
const _errs111 = errors;
if((!(Array.isArray(data48))) && (data48 !== null)){
return false;
}
if(errors === _errs111){
if(Array.isArray(data48)){
var valid19 = true;
const len8 = data48.length;
for(let i8=0; i8<len8; i8++){
const _errs113 = errors;
if(typeof data48[i8] !== "string"){
return false;
}
var valid19 = _errs113 === errors;
if(!valid19){
break;
}
}
}
}
var valid18 = _errs111 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid17 = _errs104 === errors;
if(!valid17){
break;
}
}
}
}
var valid15 = _errs102 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
var valid12 = _errs94 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
var valid10 = _errs84 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
return false;
}
}
var valid9 = _errs77 === errors;
if(!valid9){
break;
}
}
}
}
var valid0 = _errs71 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diagnostics !== undefined){
let data50 = data.diagnostics;
const _errs115 = errors;
if(errors === _errs115){
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key10 in data50){
let data51 = data50[key10];
const _errs118 = errors;
if(typeof data51 !== "string"){
return false;
}
if(!((((data51 === "error") || (data51 === "warning")) || (data51 === "note")) || (data51 === "off"))){
return false;
}
var valid20 = _errs118 === errors;
if(!valid20){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs115 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.guards !== undefined){
let data52 = data.guards;
const _errs120 = errors;
if(errors === _errs120){
if(data52 && typeof data52 == "object" && !Array.isArray(data52)){
const _errs122 = errors;
for(const key11 in data52){
if(!(((key11 === "maxDelete") || (key11 === "accept")) || (key11 === "allowEmptyClusters"))){
return false;
break;
}
}
if(_errs122 === errors){
if(data52.maxDelete !== undefined){
let data53 = data52.maxDelete;
const _errs123 = errors;
if((!(((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53))) && (isFinite(data53)))) && (typeof data53 !== "string")){
return false;
}
if(errors === _errs123){
if((typeof data53 == "number") && (isFinite(data53))){
if(data53 < 0 || isNaN(data53)){
return false;
}
}
if(errors === _errs123){
if(typeof data53 === "string"){
if(!pattern2.test(data53)){
return false;
}
}
}
}
var valid21 = _errs123 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data52.accept !== undefined){
let data54 = data52.accept;
const _errs125 = errors;
if(errors === _errs125){
if(Array.isArray(data54)){
var valid22 = true;
const len9 = data54.length;
for(let i9=0; i9<len9; i9++){
const _errs127 = errors;
if(typeof data54[i9] !== "string"){
return false;
}
var valid22 = _errs127 === errors;
if(!valid22){
break;
}
}
}
else {
return false;
}
}
var valid21 = _errs125 === errors;
}
else {
var valid21 = true;
}
if(valid21){
if(data52.allowEmptyClusters !== undefined){
let data56 = data52.allowEmptyClusters;
const _errs129 = errors;
if(errors === _errs129){
if(Array.isArray(data56)){
var valid23 = true;
const len10 = data56.length;
for(let i10=0; i10<len10; i10++){
const _errs131 = errors;
if(typeof data56[i10] !== "string"){
return false;
}
var valid23 = _errs131 === errors;
if(!valid23){
break;
}
}
}
else {
return false;
}
}
var valid21 = _errs129 === errors;
}
else {
var valid21 = true;
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs120 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.replicas !== undefined){
let data58 = data.replicas;
const _errs133 = errors;
if(errors === _errs133){
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
const _errs135 = errors;
for(const key12 in data58){
if(!(key12 === "previous")){
return false;
break;
}
}
if(_errs135 === errors){
if(data58.previous !== undefined){
let data59 = data58.previous;
if(typeof data59 !== "string"){
return false;
}
if(!((data59 === "none") || (data59 === "tree"))){
return false;
}
}
}
}
else {
return false;
}
}
var valid0 = _errs133 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.engines !== undefined){
let data60 = data.engines;
const _errs138 = errors;
if(errors === _errs138){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
const _errs140 = errors;
for(const key13 in data60){
if(!(((((key13 === "repository") || (key13 === "emit")) || (key13 === "argocd")) || (key13 === "flux")) || (key13 === "fleet"))){
return false;
break;
}
}
if(_errs140 === errors){
if(data60.repository !== undefined){
let data61 = data60.repository;
const _errs141 = errors;
if(errors === _errs141){
if(data61 && typeof data61 == "object" && !Array.isArray(data61)){
const _errs143 = errors;
for(const key14 in data61){
if(!(((key14 === "url") || (key14 === "revision")) || (key14 === "path"))){
return false;
break;
}
}
if(_errs143 === errors){
if(data61.url !== undefined){
let data62 = data61.url;
const _errs144 = errors;
if(errors === _errs144){
if(typeof data62 === "string"){
if(!pattern3.test(data62)){
return false;
}
}
else {
return false;
}
}
var valid26 = _errs144 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data61.revision !== undefined){
let data63 = data61.revision;
const _errs146 = errors;
if(errors === _errs146){
if(typeof data63 === "string"){
if(!pattern4.test(data63)){
return false;
}
}
else {
return false;
}
}
var valid26 = _errs146 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data61.path !== undefined){
let data64 = data61.path;
const _errs148 = errors;
if(errors === _errs148){
if(typeof data64 === "string"){
if(!pattern5.test(data64)){
return false;
}
}
else {
return false;
}
}
var valid26 = _errs148 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
else {
return false;
}
}
var valid25 = _errs141 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data60.emit !== undefined){
let data65 = data60.emit;
const _errs150 = errors;
if(errors === _errs150){
if(Array.isArray(data65)){
var valid27 = true;
const len11 = data65.length;
for(let i11=0; i11<len11; i11++){
let data66 = data65[i11];
const _errs152 = errors;
if(typeof data66 !== "string"){
return false;
}
if(!(((data66 === "argocd") || (data66 === "fleet")) || (data66 === "flux"))){
return false;
}
var valid27 = _errs152 === errors;
if(!valid27){
break;
}
}
}
else {
return false;
}
}
var valid25 = _errs150 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data60.argocd !== undefined){
let data67 = data60.argocd;
const _errs154 = errors;
if((!(data67 && typeof data67 == "object" && !Array.isArray(data67))) && (data67 !== null)){
return false;
}
if(errors === _errs154){
if(data67 && typeof data67 == "object" && !Array.isArray(data67)){
const _errs156 = errors;
for(const key15 in data67){
if(!(func2.call(schema12.properties.engines.properties.argocd.properties, key15))){
return false;
break;
}
}
if(_errs156 === errors){
if(data67.enabled !== undefined){
const _errs157 = errors;
if(typeof data67.enabled !== "boolean"){
return false;
}
var valid28 = _errs157 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.name !== undefined){
let data69 = data67.name;
const _errs159 = errors;
if(errors === _errs159){
if(typeof data69 === "string"){
if(!pattern6.test(data69)){
return false;
}
}
else {
return false;
}
}
var valid28 = _errs159 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.namespace !== undefined){
let data70 = data67.namespace;
const _errs161 = errors;
if(errors === _errs161){
if(typeof data70 === "string"){
if(!pattern7.test(data70)){
return false;
}
}
else {
return false;
}
}
var valid28 = _errs161 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.project !== undefined){
let data71 = data67.project;
const _errs163 = errors;
if(errors === _errs163){
if(typeof data71 === "string"){
if(!pattern6.test(data71)){
return false;
}
}
else {
return false;
}
}
var valid28 = _errs163 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.createProject !== undefined){
const _errs165 = errors;
if(typeof data67.createProject !== "boolean"){
return false;
}
var valid28 = _errs165 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.applications !== undefined){
let data73 = data67.applications;
const _errs167 = errors;
if(typeof data73 !== "string"){
return false;
}
if(!((data73 === "cluster") || (data73 === "folder"))){
return false;
}
var valid28 = _errs167 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.generator !== undefined){
let data74 = data67.generator;
const _errs169 = errors;
if(typeof data74 !== "string"){
return false;
}
if(!((data74 === "index") || (data74 === "clusters"))){
return false;
}
var valid28 = _errs169 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.namePrefix !== undefined){
let data75 = data67.namePrefix;
const _errs171 = errors;
if(errors === _errs171){
if(typeof data75 === "string"){
if(!pattern9.test(data75)){
return false;
}
}
else {
return false;
}
}
var valid28 = _errs171 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.labels !== undefined){
let data76 = data67.labels;
const _errs173 = errors;
if(errors === _errs173){
if(Array.isArray(data76)){
var valid29 = true;
const len12 = data76.length;
for(let i12=0; i12<len12; i12++){
let data77 = data76[i12];
const _errs175 = errors;
if(errors === _errs175){
if(typeof data77 === "string"){
if(!pattern10.test(data77)){
return false;
}
}
else {
return false;
}
}
var valid29 = _errs175 === errors;
if(!valid29){
break;
}
}
}
else {
return false;
}
}
var valid28 = _errs173 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.rollingSync !== undefined){
let data78 = data67.rollingSync;
const _errs177 = errors;
if(errors === _errs177){
if(Array.isArray(data78)){
var valid30 = true;
const len13 = data78.length;
for(let i13=0; i13<len13; i13++){
let data79 = data78[i13];
const _errs179 = errors;
if(errors === _errs179){
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
let missing4;
if(((data79.label === undefined) && (missing4 = "label")) || ((data79.values === undefined) && (missing4 = "values"))){
return false;
}
else {
const _errs181 = errors;
for(const key16 in data79){
if(!(((key16 === "label") || (key16 === "values")) || (key16 === "maxUpdate"))){
return false;
break;
}
}
if(_errs181 === errors){
if(data79.label !== undefined){
let data80 = data79.label;
const _errs182 = errors;
if(errors === _errs182){
if(typeof data80 === "string"){
if(!pattern10.test(data80)){
return false;
}
}
else {
return false;
}
}
var valid31 = _errs182 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data79.values !== undefined){
let data81 = data79.values;
const _errs184 = errors;
if(errors === _errs184){
if(Array.isArray(data81)){
var valid32 = true;
const len14 = data81.length;
for(let i14=0; i14<len14; i14++){
const _errs186 = errors;
if(typeof data81[i14] !== "string"){
return false;
}
var valid32 = _errs186 === errors;
if(!valid32){
break;
}
}
}
else {
return false;
}
}
var valid31 = _errs184 === errors;
}
else {
var valid31 = true;
}
if(valid31){
if(data79.maxUpdate !== undefined){
let data83 = data79.maxUpdate;
const _errs188 = errors;
if((!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))) && (typeof data83 !== "string")){
return false;
}
if(errors === _errs188){
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 0 || isNaN(data83)){
return false;
}
}
if(errors === _errs188){
if(typeof data83 === "string"){
if(!pattern2.test(data83)){
return false;
}
}
}
}
var valid31 = _errs188 === errors;
}
else {
var valid31 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid30 = _errs179 === errors;
if(!valid30){
break;
}
}
}
else {
return false;
}
}
var valid28 = _errs177 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.automated !== undefined){
let data84 = data67.automated;
const _errs190 = errors;
if(typeof data84 !== "string"){
return false;
}
if(!((((data84 === "none") || (data84 === "sync")) || (data84 === "self-heal")) || (data84 === "prune"))){
return false;
}
var valid28 = _errs190 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.applicationsSync !== undefined){
let data85 = data67.applicationsSync;
const _errs192 = errors;
if(typeof data85 !== "string"){
return false;
}
if(!((((data85 === "create-only") || (data85 === "create-update")) || (data85 === "create-delete")) || (data85 === "sync"))){
return false;
}
var valid28 = _errs192 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.preserveResourcesOnDeletion !== undefined){
const _errs194 = errors;
if(typeof data67.preserveResourcesOnDeletion !== "boolean"){
return false;
}
var valid28 = _errs194 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.serverSideApply !== undefined){
const _errs196 = errors;
if(typeof data67.serverSideApply !== "boolean"){
return false;
}
var valid28 = _errs196 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.syncOptions !== undefined){
let data88 = data67.syncOptions;
const _errs198 = errors;
if(errors === _errs198){
if(Array.isArray(data88)){
var valid33 = true;
const len15 = data88.length;
for(let i15=0; i15<len15; i15++){
let data89 = data88[i15];
const _errs200 = errors;
if(errors === _errs200){
if(typeof data89 === "string"){
if(!pattern13.test(data89)){
return false;
}
}
else {
return false;
}
}
var valid33 = _errs200 === errors;
if(!valid33){
break;
}
}
}
else {
return false;
}
}
var valid28 = _errs198 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data67.plugin !== undefined){
const _errs202 = errors;
if(typeof data67.plugin !== "boolean"){
return false;
}
var valid28 = _errs202 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
var valid25 = _errs154 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data60.flux !== undefined){
let data91 = data60.flux;
const _errs204 = errors;
if((!(data91 && typeof data91 == "object" && !Array.isArray(data91))) && (data91 !== null)){
return false;
}
if(errors === _errs204){
if(data91 && typeof data91 == "object" && !Array.isArray(data91)){
const _errs206 = errors;
for(const key17 in data91){
if(!(func2.call(schema12.properties.engines.properties.flux.properties, key17))){
return false;
break;
}
}
if(_errs206 === errors){
if(data91.enabled !== undefined){
const _errs207 = errors;
if(typeof data91.enabled !== "boolean"){
return false;
}
var valid34 = _errs207 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.name !== undefined){
let data93 = data91.name;
const _errs209 = errors;
if(errors === _errs209){
if(typeof data93 === "string"){
if(!pattern14.test(data93)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs209 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.namespace !== undefined){
let data94 = data91.namespace;
const _errs211 = errors;
if(errors === _errs211){
if(typeof data94 === "string"){
if(!pattern7.test(data94)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs211 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.source !== undefined){
let data95 = data91.source;
const _errs213 = errors;
if((!(data95 && typeof data95 == "object" && !Array.isArray(data95))) && (data95 !== null)){
return false;
}
if(errors === _errs213){
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
const _errs215 = errors;
for(const key18 in data95){
if(!(((key18 === "kind") || (key18 === "name")) || (key18 === "namespace"))){
return false;
break;
}
}
if(_errs215 === errors){
if(data95.kind !== undefined){
let data96 = data95.kind;
const _errs216 = errors;
if(typeof data96 !== "string"){
return false;
}
if(!((((data96 === "GitRepository") || (data96 === "OCIRepository")) || (data96 === "Bucket")) || (data96 === "ExternalArtifact"))){
return false;
}
var valid35 = _errs216 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data95.name !== undefined){
let data97 = data95.name;
const _errs218 = errors;
if(errors === _errs218){
if(typeof data97 === "string"){
if(!pattern6.test(data97)){
return false;
}
}
else {
return false;
}
}
var valid35 = _errs218 === errors;
}
else {
var valid35 = true;
}
if(valid35){
if(data95.namespace !== undefined){
let data98 = data95.namespace;
const _errs220 = errors;
if(errors === _errs220){
if(typeof data98 === "string"){
if(!pattern7.test(data98)){
return false;
}
}
else {
return false;
}
}
var valid35 = _errs220 === errors;
}
else {
var valid35 = true;
}
}
}
}
}
}
var valid34 = _errs213 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.repositorySecret !== undefined){
let data99 = data91.repositorySecret;
const _errs222 = errors;
if(errors === _errs222){
if(typeof data99 === "string"){
if(!pattern6.test(data99)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs222 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.interval !== undefined){
let data100 = data91.interval;
const _errs224 = errors;
if(errors === _errs224){
if(typeof data100 === "string"){
if(!pattern19.test(data100)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs224 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.retryInterval !== undefined){
let data101 = data91.retryInterval;
const _errs226 = errors;
if(errors === _errs226){
if(typeof data101 === "string"){
if(!pattern19.test(data101)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs226 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.timeout !== undefined){
let data102 = data91.timeout;
const _errs228 = errors;
if(errors === _errs228){
if(typeof data102 === "string"){
if(!pattern19.test(data102)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs228 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.prune !== undefined){
const _errs230 = errors;
if(typeof data91.prune !== "boolean"){
return false;
}
var valid34 = _errs230 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.wait !== undefined){
const _errs232 = errors;
if(typeof data91.wait !== "boolean"){
return false;
}
var valid34 = _errs232 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.suspend !== undefined){
const _errs234 = errors;
if(typeof data91.suspend !== "boolean"){
return false;
}
var valid34 = _errs234 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.split !== undefined){
let data106 = data91.split;
const _errs236 = errors;
if(typeof data106 !== "string"){
return false;
}
if(!((data106 === "none") || (data106 === "stages"))){
return false;
}
var valid34 = _errs236 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.serviceAccountName !== undefined){
let data107 = data91.serviceAccountName;
const _errs238 = errors;
if(errors === _errs238){
if(typeof data107 === "string"){
if(!pattern6.test(data107)){
return false;
}
}
else {
return false;
}
}
var valid34 = _errs238 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.kubeConfig !== undefined){
let data108 = data91.kubeConfig;
const _errs240 = errors;
if((!(data108 && typeof data108 == "object" && !Array.isArray(data108))) && (data108 !== null)){
return false;
}
if(errors === _errs240){
if(data108 && typeof data108 == "object" && !Array.isArray(data108)){
const _errs242 = errors;
for(const key19 in data108){
if(!((key19 === "secretName") || (key19 === "key"))){
return false;
break;
}
}
if(_errs242 === errors){
if(data108.secretName !== undefined){
let data109 = data108.secretName;
const _errs243 = errors;
if(errors === _errs243){
if(typeof data109 === "string"){
if(!pattern14.test(data109)){
return false;
}
}
else {
return false;
}
}
var valid36 = _errs243 === errors;
}
else {
var valid36 = true;
}
if(valid36){
if(data108.key !== undefined){
let data110 = data108.key;
const _errs245 = errors;
if(errors === _errs245){
if(typeof data110 === "string"){
if(!pattern24.test(data110)){
return false;
}
}
else {
return false;
}
}
var valid36 = _errs245 === errors;
}
else {
var valid36 = true;
}
}
}
}
}
var valid34 = _errs240 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.decryption !== undefined){
let data111 = data91.decryption;
const _errs247 = errors;
if((!(data111 && typeof data111 == "object" && !Array.isArray(data111))) && (data111 !== null)){
return false;
}
if(errors === _errs247){
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
const _errs249 = errors;
for(const key20 in data111){
if(!(key20 === "secretName")){
return false;
break;
}
}
if(_errs249 === errors){
if(data111.secretName !== undefined){
let data112 = data111.secretName;
const _errs250 = errors;
if(errors === _errs250){
if(typeof data112 === "string"){
if(!pattern6.test(data112)){
return false;
}
}
else {
return false;
}
}
}
}
}
}
var valid34 = _errs247 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data91.folderKustomizations !== undefined){
const _errs252 = errors;
if(typeof data91.folderKustomizations !== "boolean"){
return false;
}
var valid34 = _errs252 === errors;
}
else {
var valid34 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
var valid25 = _errs204 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data60.fleet !== undefined){
let data114 = data60.fleet;
const _errs254 = errors;
if((!(data114 && typeof data114 == "object" && !Array.isArray(data114))) && (data114 !== null)){
return false;
}
if(errors === _errs254){
if(data114 && typeof data114 == "object" && !Array.isArray(data114)){
const _errs256 = errors;
for(const key21 in data114){
if(!((((((key21 === "enabled") || (key21 === "name")) || (key21 === "namespace")) || (key21 === "clientSecretName")) || (key21 === "pollingInterval")) || (key21 === "keepResources"))){
return false;
break;
}
}
if(_errs256 === errors){
if(data114.enabled !== undefined){
const _errs257 = errors;
if(typeof data114.enabled !== "boolean"){
return false;
}
var valid38 = _errs257 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data114.name !== undefined){
let data116 = data114.name;
const _errs259 = errors;
if(errors === _errs259){
if(typeof data116 === "string"){
if(!pattern14.test(data116)){
return false;
}
}
else {
return false;
}
}
var valid38 = _errs259 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data114.namespace !== undefined){
let data117 = data114.namespace;
const _errs261 = errors;
if(errors === _errs261){
if(typeof data117 === "string"){
if(!pattern7.test(data117)){
return false;
}
}
else {
return false;
}
}
var valid38 = _errs261 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data114.clientSecretName !== undefined){
let data118 = data114.clientSecretName;
const _errs263 = errors;
if(errors === _errs263){
if(typeof data118 === "string"){
if(!pattern6.test(data118)){
return false;
}
}
else {
return false;
}
}
var valid38 = _errs263 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data114.pollingInterval !== undefined){
let data119 = data114.pollingInterval;
const _errs265 = errors;
if(errors === _errs265){
if(typeof data119 === "string"){
if(!pattern19.test(data119)){
return false;
}
}
else {
return false;
}
}
var valid38 = _errs265 === errors;
}
else {
var valid38 = true;
}
if(valid38){
if(data114.keepResources !== undefined){
const _errs267 = errors;
if(typeof data114.keepResources !== "boolean"){
return false;
}
var valid38 = _errs267 === errors;
}
else {
var valid38 = true;
}
}
}
}
}
}
}
}
}
var valid25 = _errs254 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs138 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protect !== undefined){
let data121 = data.protect;
const _errs269 = errors;
if(errors === _errs269){
if(Array.isArray(data121)){
var valid39 = true;
const len16 = data121.length;
for(let i16=0; i16<len16; i16++){
const _errs271 = errors;
if(typeof data121[i16] !== "string"){
return false;
}
var valid39 = _errs271 === errors;
if(!valid39){
break;
}
}
}
else {
return false;
}
}
var valid0 = _errs269 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
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
return false;
}
}
return errors === 0;
}

export const federatedObject = validate12;

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-federated-object.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.spec === undefined) && (missing0 = "spec"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if(typeof data.apiVersion !== "string"){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(typeof data.kind !== "string"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spec !== undefined){
let data2 = data.spec;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
const _errs8 = errors;
for(const key1 in data2){
if(!((((key1 === "template") || (key1 === "placement")) || (key1 === "overrides")) || (key1 === "retainReplicas"))){
return false;
break;
}
}
if(_errs8 === errors){
if(data2.template !== undefined){
let data3 = data2.template;
const _errs9 = errors;
if(!(data3 && typeof data3 == "object" && !Array.isArray(data3))){
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.placement !== undefined){
let data4 = data2.placement;
const _errs11 = errors;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
return false;
}
if(errors === _errs11){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
const _errs13 = errors;
for(const key2 in data4){
if(!((key2 === "clusters") || (key2 === "clusterSelector"))){
return false;
break;
}
}
if(_errs13 === errors){
if(data4.clusters !== undefined){
let data5 = data4.clusters;
const _errs14 = errors;
if((!(Array.isArray(data5))) && (data5 !== null)){
return false;
}
if(errors === _errs14){
if(Array.isArray(data5)){
var valid3 = true;
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
const _errs16 = errors;
if(errors === _errs16){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.name === undefined) && (missing1 = "name")){
return false;
}
else {
const _errs18 = errors;
for(const key3 in data6){
if(!(key3 === "name")){
return false;
break;
}
}
if(_errs18 === errors){
if(data6.name !== undefined){
if(typeof data6.name !== "string"){
return false;
}
}
}
}
}
else {
return false;
}
}
var valid3 = _errs16 === errors;
if(!valid3){
break;
}
}
}
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data4.clusterSelector !== undefined){
let data8 = data4.clusterSelector;
const _errs21 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
return false;
}
if(errors === _errs21){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs23 = errors;
for(const key4 in data8){
if(!((key4 === "matchLabels") || (key4 === "matchExpressions"))){
return false;
break;
}
}
if(_errs23 === errors){
if(data8.matchLabels !== undefined){
let data9 = data8.matchLabels;
const _errs24 = errors;
if((!(data9 && typeof data9 == "object" && !Array.isArray(data9))) && (data9 !== null)){
return false;
}
if(errors === _errs24){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key5 in data9){
const _errs27 = errors;
if(typeof data9[key5] !== "string"){
return false;
}
var valid6 = _errs27 === errors;
if(!valid6){
break;
}
}
}
}
var valid5 = _errs24 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data8.matchExpressions !== undefined){
let data11 = data8.matchExpressions;
const _errs29 = errors;
if((!(Array.isArray(data11))) && (data11 !== null)){
return false;
}
if(errors === _errs29){
if(Array.isArray(data11)){
var valid7 = true;
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
const _errs31 = errors;
if(errors === _errs31){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if(((data12.key === undefined) && (missing2 = "key")) || ((data12.operator === undefined) && (missing2 = "operator"))){
return false;
}
else {
const _errs33 = errors;
for(const key6 in data12){
if(!(((key6 === "key") || (key6 === "operator")) || (key6 === "values"))){
return false;
break;
}
}
if(_errs33 === errors){
if(data12.key !== undefined){
const _errs34 = errors;
if(typeof data12.key !== "string"){
return false;
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data12.operator !== undefined){
const _errs36 = errors;
if(typeof data12.operator !== "string"){
return false;
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data12.values !== undefined){
let data15 = data12.values;
const _errs38 = errors;
if((!(Array.isArray(data15))) && (data15 !== null)){
return false;
}
if(errors === _errs38){
if(Array.isArray(data15)){
var valid9 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
const _errs40 = errors;
if(typeof data15[i2] !== "string"){
return false;
}
var valid9 = _errs40 === errors;
if(!valid9){
break;
}
}
}
}
var valid8 = _errs38 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid7 = _errs31 === errors;
if(!valid7){
break;
}
}
}
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
var valid2 = _errs21 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.overrides !== undefined){
let data17 = data2.overrides;
const _errs42 = errors;
if((!(Array.isArray(data17))) && (data17 !== null)){
return false;
}
if(errors === _errs42){
if(Array.isArray(data17)){
var valid10 = true;
const len3 = data17.length;
for(let i3=0; i3<len3; i3++){
let data18 = data17[i3];
const _errs44 = errors;
if(errors === _errs44){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
const _errs46 = errors;
for(const key7 in data18){
if(!((key7 === "clusterName") || (key7 === "clusterOverrides"))){
return false;
break;
}
}
if(_errs46 === errors){
if(data18.clusterName !== undefined){
const _errs47 = errors;
if(typeof data18.clusterName !== "string"){
return false;
}
var valid11 = _errs47 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data18.clusterOverrides !== undefined){
let data20 = data18.clusterOverrides;
const _errs49 = errors;
if((!(Array.isArray(data20))) && (data20 !== null)){
return false;
}
if(errors === _errs49){
if(Array.isArray(data20)){
var valid12 = true;
const len4 = data20.length;
for(let i4=0; i4<len4; i4++){
let data21 = data20[i4];
const _errs51 = errors;
if(errors === _errs51){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing3;
if((data21.path === undefined) && (missing3 = "path")){
return false;
}
else {
const _errs53 = errors;
for(const key8 in data21){
if(!(((key8 === "path") || (key8 === "op")) || (key8 === "value"))){
return false;
break;
}
}
if(_errs53 === errors){
if(data21.path !== undefined){
const _errs54 = errors;
if(typeof data21.path !== "string"){
return false;
}
var valid13 = _errs54 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data21.op !== undefined){
let data23 = data21.op;
const _errs56 = errors;
if(typeof data23 !== "string"){
return false;
}
if(!((((data23 === "add") || (data23 === "remove")) || (data23 === "replace")) || (data23 === ""))){
return false;
}
var valid13 = _errs56 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
return false;
}
}
var valid12 = _errs51 === errors;
if(!valid12){
break;
}
}
}
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
return false;
}
}
var valid10 = _errs44 === errors;
if(!valid10){
break;
}
}
}
}
var valid1 = _errs42 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.retainReplicas !== undefined){
const _errs58 = errors;
if(typeof data2.retainReplicas !== "boolean"){
return false;
}
var valid1 = _errs58 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const federatedTypeConfig = validate13;

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-federated-type-config.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.spec === undefined) && (missing0 = "spec"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if(typeof data.apiVersion !== "string"){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(typeof data.kind !== "string"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spec !== undefined){
let data2 = data.spec;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((data2.federatedType === undefined) && (missing1 = "federatedType")) || ((data2.propagation === undefined) && (missing1 = "propagation"))) || ((data2.targetType === undefined) && (missing1 = "targetType"))){
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!(((((key1 === "targetType") || (key1 === "federatedType")) || (key1 === "statusType")) || (key1 === "propagation")) || (key1 === "statusCollection"))){
return false;
break;
}
}
if(_errs8 === errors){
if(data2.targetType !== undefined){
let data3 = data2.targetType;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing2;
if((((data3.version === undefined) && (missing2 = "version")) || ((data3.kind === undefined) && (missing2 = "kind"))) || ((data3.scope === undefined) && (missing2 = "scope"))){
return false;
}
else {
const _errs11 = errors;
for(const key2 in data3){
if(!(((((key2 === "group") || (key2 === "version")) || (key2 === "kind")) || (key2 === "pluralName")) || (key2 === "scope"))){
return false;
break;
}
}
if(_errs11 === errors){
if(data3.group !== undefined){
const _errs12 = errors;
if(typeof data3.group !== "string"){
return false;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.version !== undefined){
const _errs14 = errors;
if(typeof data3.version !== "string"){
return false;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.kind !== undefined){
const _errs16 = errors;
if(typeof data3.kind !== "string"){
return false;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.pluralName !== undefined){
const _errs18 = errors;
if(typeof data3.pluralName !== "string"){
return false;
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data3.scope !== undefined){
let data8 = data3.scope;
const _errs20 = errors;
if(typeof data8 !== "string"){
return false;
}
if(!((data8 === "Cluster") || (data8 === "Namespaced"))){
return false;
}
var valid2 = _errs20 === errors;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.federatedType !== undefined){
let data9 = data2.federatedType;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing3;
if((((data9.version === undefined) && (missing3 = "version")) || ((data9.kind === undefined) && (missing3 = "kind"))) || ((data9.scope === undefined) && (missing3 = "scope"))){
return false;
}
else {
const _errs24 = errors;
for(const key3 in data9){
if(!(((((key3 === "group") || (key3 === "version")) || (key3 === "kind")) || (key3 === "pluralName")) || (key3 === "scope"))){
return false;
break;
}
}
if(_errs24 === errors){
if(data9.group !== undefined){
const _errs25 = errors;
if(typeof data9.group !== "string"){
return false;
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.version !== undefined){
const _errs27 = errors;
if(typeof data9.version !== "string"){
return false;
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.kind !== undefined){
const _errs29 = errors;
if(typeof data9.kind !== "string"){
return false;
}
var valid3 = _errs29 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.pluralName !== undefined){
const _errs31 = errors;
if(typeof data9.pluralName !== "string"){
return false;
}
var valid3 = _errs31 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data9.scope !== undefined){
let data14 = data9.scope;
const _errs33 = errors;
if(typeof data14 !== "string"){
return false;
}
if(!((data14 === "Cluster") || (data14 === "Namespaced"))){
return false;
}
var valid3 = _errs33 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs22 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.statusType !== undefined){
let data15 = data2.statusType;
const _errs35 = errors;
if(errors === _errs35){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing4;
if((((data15.version === undefined) && (missing4 = "version")) || ((data15.kind === undefined) && (missing4 = "kind"))) || ((data15.scope === undefined) && (missing4 = "scope"))){
return false;
}
else {
const _errs37 = errors;
for(const key4 in data15){
if(!(((((key4 === "group") || (key4 === "version")) || (key4 === "kind")) || (key4 === "pluralName")) || (key4 === "scope"))){
return false;
break;
}
}
if(_errs37 === errors){
if(data15.group !== undefined){
const _errs38 = errors;
if(typeof data15.group !== "string"){
return false;
}
var valid4 = _errs38 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.version !== undefined){
const _errs40 = errors;
if(typeof data15.version !== "string"){
return false;
}
var valid4 = _errs40 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.kind !== undefined){
const _errs42 = errors;
if(typeof data15.kind !== "string"){
return false;
}
var valid4 = _errs42 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.pluralName !== undefined){
const _errs44 = errors;
if(typeof data15.pluralName !== "string"){
return false;
}
var valid4 = _errs44 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data15.scope !== undefined){
let data20 = data15.scope;
const _errs46 = errors;
if(typeof data20 !== "string"){
return false;
}
if(!((data20 === "Cluster") || (data20 === "Namespaced"))){
return false;
}
var valid4 = _errs46 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid1 = _errs35 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.propagation !== undefined){
let data21 = data2.propagation;
const _errs48 = errors;
if(typeof data21 !== "string"){
return false;
}
if(!((data21 === "Enabled") || (data21 === "Disabled"))){
return false;
}
var valid1 = _errs48 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.statusCollection !== undefined){
let data22 = data2.statusCollection;
const _errs50 = errors;
if(typeof data22 !== "string"){
return false;
}
if(!((data22 === "Enabled") || (data22 === "Disabled"))){
return false;
}
var valid1 = _errs50 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const replicaSchedulingPreference = validate14;

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fedc-replica-scheduling-preference.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.apiVersion === undefined) && (missing0 = "apiVersion")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.spec === undefined) && (missing0 = "spec"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "apiVersion") || (key0 === "kind")) || (key0 === "metadata")) || (key0 === "spec")) || (key0 === "status"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.apiVersion !== undefined){
const _errs2 = errors;
if(typeof data.apiVersion !== "string"){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(typeof data.kind !== "string"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.spec !== undefined){
let data2 = data.spec;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.targetKind === undefined) && (missing1 = "targetKind")) || ((data2.totalReplicas === undefined) && (missing1 = "totalReplicas"))){
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!(((((key1 === "targetKind") || (key1 === "totalReplicas")) || (key1 === "rebalance")) || (key1 === "intersectWithClusterSelector")) || (key1 === "clusters"))){
return false;
break;
}
}
if(_errs8 === errors){
if(data2.targetKind !== undefined){
let data3 = data2.targetKind;
const _errs9 = errors;
if(typeof data3 !== "string"){
return false;
}
if(!((data3 === "FederatedDeployment") || (data3 === "FederatedReplicaSet"))){
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.totalReplicas !== undefined){
let data4 = data2.totalReplicas;
const _errs11 = errors;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
return false;
}
if(errors === _errs11){
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 2147483647 || isNaN(data4)){
return false;
}
else {
if(data4 < -2147483648 || isNaN(data4)){
return false;
}
}
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.rebalance !== undefined){
const _errs13 = errors;
if(typeof data2.rebalance !== "boolean"){
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.intersectWithClusterSelector !== undefined){
const _errs15 = errors;
if(typeof data2.intersectWithClusterSelector !== "boolean"){
return false;
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.clusters !== undefined){
let data7 = data2.clusters;
const _errs17 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (data7 !== null)){
return false;
}
if(errors === _errs17){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
const _errs20 = errors;
if(errors === _errs20){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
const _errs22 = errors;
for(const key3 in data8){
if(!(((key3 === "minReplicas") || (key3 === "maxReplicas")) || (key3 === "weight"))){
return false;
break;
}
}
if(_errs22 === errors){
if(data8.minReplicas !== undefined){
let data9 = data8.minReplicas;
const _errs23 = errors;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
return false;
}
if(errors === _errs23){
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 9223372036854776000 || isNaN(data9)){
return false;
}
else {
if(data9 < -9223372036854776000 || isNaN(data9)){
return false;
}
}
}
}
var valid3 = _errs23 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.maxReplicas !== undefined){
let data10 = data8.maxReplicas;
const _errs25 = errors;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
return false;
}
if(errors === _errs25){
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 9223372036854776000 || isNaN(data10)){
return false;
}
else {
if(data10 < -9223372036854776000 || isNaN(data10)){
return false;
}
}
}
}
var valid3 = _errs25 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data8.weight !== undefined){
let data11 = data8.weight;
const _errs27 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
return false;
}
if(errors === _errs27){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9223372036854776000 || isNaN(data11)){
return false;
}
else {
if(data11 < -9223372036854776000 || isNaN(data11)){
return false;
}
}
}
}
var valid3 = _errs27 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
return false;
}
}
var valid2 = _errs20 === errors;
if(!valid2){
break;
}
}
}
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}
