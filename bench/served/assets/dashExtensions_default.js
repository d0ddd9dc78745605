window.dashExtensions = Object.assign({}, window.dashExtensions, {
    default: {
        function0: function(feature, context) {
            return {
                weight: 1,
                fillOpacity: 0.8,
                fillColor: context.hideout[feature.properties.adm2_pcode] || '#d9d9d9'
            };
        }
    }
});